// The desk: what the server says has changed is fetched; what somebody is reading or writing stays where it is.

/** Called by the socket with "changed", and nothing more. @param {string} message */
function leewayChanged(message) {
  if (message !== 'changed') return;
  const reading = window.scrollY > 300 || isWriting();
  const news = document.querySelector('.news');
  if (reading && news) news.hidden = false;
  else if (typeof fetchChanged === 'function') fetchChanged();
}

function isWriting() {
  const at = document.activeElement;
  return at instanceof HTMLElement && at.matches('main input, main select, main textarea');
}

document.addEventListener('click', event => {
  const news = event.target instanceof Element && event.target.closest('.news');
  if (!news) return;
  news.hidden = true;
  fetchChanged();
  window.scrollTo({ top: 0 });
});

/** A sign-in that has lapsed cannot be mended inside a part of a page: the page itself goes there. */
async function leewayLapsed() {
  try {
    await fetch('/resources/img/leeway.svg', { method: 'HEAD', cache: 'no-store' });
  } catch {
    return; // no network: what is on the page stays
  }
  window.location.reload();
}

/** What is on the page stays; the sentence says when to try again. @param {string} sentence */
function leewayTooMany(sentence) {
  const said = document.getElementById('too-many') ?? document.createElement('p');
  said.id = 'too-many';
  said.className = 'message';
  said.setAttribute('role', 'status');
  said.textContent = sentence;
  document.getElementById('page')?.prepend(said);
}

document.addEventListener('DOMContentLoaded', () => {
  if (!window.jQuery) return;
  jQuery(document).on('pfAjaxError', (event, xhr) => {
    if (xhr.status === 429) leewayTooMany(xhr.responseText);
    else if (xhr.statusText !== 'abort') leewayLapsed();
  });
});
