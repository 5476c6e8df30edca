// The inbox: decided here, without leaving the page. What changes beneath never moves what is being
// read, and never touches what is being written: only the parts around it are fetched anew.

(() => {
  const EVERY_MS = 30_000;
  const AT_MOST_EVERY_MS = 1_000;
  const NEEDS_WORDS = ['ask', 'answer'];
  const SHORT = { a: 'approve', o: 'counter', q: 'ask', d: 'decline' };

  /** @type {Map<string, string>} by card and what is said: a second try says it once */
  const keys = new Map();
  let asking = 0;

  const list = () => document.getElementById('inbox');
  /** @param {string} name */
  const word = name => document.getElementById('inbox-words')?.dataset[name] ?? '';
  const cards = () => [...document.querySelectorAll('.exception')];
  /** @param {string} id */
  const cardOf = id => document.querySelector(`.exception[data-id="${CSS.escape(id)}"]`);
  /** @param {Element} card @param {string} words */
  const tell = (card, words) => { card.querySelector('.told-here').textContent = words; };

  // Being told of changes

  window.inboxChanged = message => {
    if (message !== 'changed' || asking) return;
    asking = setTimeout(() => { asking = 0; look(); }, AT_MOST_EVERY_MS / 4);
  };

  /** Asks what there is, and fetches only what is another than what is shown. */
  async function look() {
    if (document.hidden) return;
    const at = list();
    if (!at?.dataset.query) return cards().forEach(card => renew(card));
    const answer = await fetch(`/api/v1/approvals?${at.dataset.query}`).catch(() => null);
    if (!answer?.ok) return answer?.status === 401 ? leewayLapsed() : undefined;
    const { items } = await answer.json();
    const seen = new Map(cards().map(card => [card.dataset.id, card]));
    const isNew = items.some(one => !seen.has(one.id));
    for (const one of items) {
      const card = seen.get(one.id);
      seen.delete(one.id);
      if (card && card.dataset.version !== String(one.version)) await renew(card);
    }
    for (const gone of seen.values()) if (gone.dataset.open === 'true') await renew(gone);
    if (isNew) await bring();
  }

  /** New ones come by themselves where nobody is reading; else a button says that they are there. */
  async function bring() {
    const busy = window.scrollY > 120 || list().contains(document.activeElement) || written();
    const news = document.querySelector('button.news');
    if (busy && cards().length && news) news.hidden = false;
    else await show();
  }

  const written = () => cards().some(card => card.querySelector('.comment textarea')?.value);

  /** Takes the new ones in, in their order; those that are there stay what they are. */
  async function show() {
    const fresh = await page(location.href);
    if (!fresh) return;
    let before = null;
    for (const card of fresh.querySelectorAll('.exception')) {
      const here = cardOf(card.dataset.id);
      if (!here) {
        const made = document.importNode(card, true);
        if (before) before.after(made);
        else list().prepend(made);
        before = made;
      } else before = here;
    }
    const empty = document.querySelector('.empty');
    if (empty) empty.hidden = cards().length > 0;
    count(fresh);
    tick();
  }

  /** @param {Document} fresh */
  function count(fresh) {
    for (const which of ['#lead', '#waits']) {
      const [now, then] = [document.querySelector(which), fresh.querySelector(which)];
      if (now && then && now.innerHTML !== then.innerHTML) now.replaceChildren(...document.importNode(then, true).childNodes);
    }
  }

  /** @param {string} address */
  async function page(address) {
    const answer = await fetch(address, { cache: 'no-store' }).catch(() => null);
    return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  }

  /** Fetches the parts of a card around what is written in it. @param {Element} card */
  async function renew(card) {
    const { id } = card.dataset;
    const fresh = (await page(`/approval/approval.xhtml?id=${id}`));
    const then = fresh?.querySelector('.exception');
    if (!then || then.dataset.version === card.dataset.version) return;
    const focus = document.activeElement;
    const at = card.contains(focus) && focus instanceof HTMLElement ? focus.dataset.verb ?? focus.dataset.opens : null;
    const opened = card.querySelector('.more:not([hidden])')?.dataset.panel;
    for (const part of card.querySelectorAll('[data-part]')) {
      const other = then.querySelector(`[data-part=${part.dataset.part}]`);
      if (other && !holdsWriting(part)) part.replaceChildren(...document.importNode(other, true).childNodes);
    }
    Object.assign(card.dataset, { version: then.dataset.version, open: then.dataset.open });
    card.className = then.className;
    const comment = card.querySelector('.comment');
    if (comment) comment.hidden = !then.querySelector('.comment') && !comment.querySelector('textarea').value;
    else if (then.querySelector('.comment')) card.querySelector('[data-part=acts]').before(document.importNode(then.querySelector('.comment'), true));
    if (opened && then.dataset.open === 'true') open(card, opened, false);
    if (at) (card.querySelector(`[data-verb=${at}], [data-opens=${at}]`) ?? card).focus({ preventScroll: true });
    const log = document.querySelector('.log');
    if (log) log.replaceChildren(...document.importNode(fresh.querySelector('.log'), true).childNodes);
    tick();
  }

  /** Whether somebody is filling in something there. @param {Element} part */
  const holdsWriting = part =>
    part.contains(document.activeElement) && document.activeElement.matches('input:not([type=radio]), select');

  // Deciding

  /** @param {HTMLElement} card @param {string} verb */
  async function say(card, verb) {
    const body = bodyOf(card, verb);
    if (typeof body === 'string') return tell(card, body);
    const { id, version } = card.dataset;
    const what = `${id} ${verb} ${version} ${JSON.stringify(body)}`;
    if (!keys.has(what)) keys.set(what, crypto.randomUUID());
    card.setAttribute('aria-busy', 'true');
    const answer = await fetch(`/api/v1/approvals/${id}/${verb}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keys.get(what), 'If-Match': `"${version}"` },
      body: JSON.stringify(body),
    }).catch(() => null);
    card.removeAttribute('aria-busy');
    if (!answer || answer.status >= 500) return tell(card, word('unsent'));
    if (answer.status === 401) return leewayLapsed();
    keys.delete(what);
    if (answer.ok) await said(card, verb);
    else await notSaid(card, answer);
  }

  /** @param {HTMLElement} card @param {string} verb @returns {object | string} what is still lacking */
  function bodyOf(card, verb) {
    const comment = card.querySelector('.comment textarea')?.value.trim();
    const body = comment ? { comment } : {};
    const panel = card.querySelector(`.more[data-panel=${verb}]`);
    if (NEEDS_WORDS.includes(verb) && !comment) return word('comment');
    if (verb === 'decline') {
      const reason = panel.querySelector('input:checked')?.value;
      if (!comment && (!reason || reason === 'other')) return word('reason');
      if (reason) body.reason = reason;
    }
    if (verb === 'counter') {
      const figure = Number(panel.querySelector('input').value.replace(/[\s\u00a0]/g, '').replace(',', '.'));
      if (!(figure > 0)) return word('amount');
      body.amount = { amount: figure.toFixed(2), currency: word('currency') };
    }
    if (verb === 'reassign') body.to = panel.querySelector('select').value;
    return body;
  }

  /** It is done: the card says what became of it, and the next one is at hand. @param {HTMLElement} card @param {string} verb */
  async function said(card, verb) {
    const text = card.querySelector('.comment textarea');
    if (text) text.value = '';
    tell(card, word('done'));
    document.activeElement?.blur();
    await renew(card);
    const fresh = list()?.dataset.query && await page(location.href);
    if (fresh) count(fresh);
    const next = following(card, 1);
    if (verb !== 'undo' && card.dataset.open === 'false' && next) go(next);
    else card.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} card @param {Response} answer */
  async function notSaid(card, answer) {
    const problem = await answer.json().catch(() => ({}));
    if (problem.code === 'step-up-needed') return stepUp();
    const changed = answer.status === 409 || answer.status === 412;
    if (changed) await renew(card);
    const words = changed && word(card.dataset.open === 'false' ? 'late' : 'changed');
    tell(card, words || (problem.violations?.[0]?.message ?? problem.detail ?? word('unsent')));
  }

  /** Nothing was decided: a second factor is asked for, and the way leads back here. */
  function stepUp() {
    location.href = `/step-up?to=${encodeURIComponent(location.pathname + location.search)}`;
  }

  /** @param {Element} card @param {string} which @param {boolean} [enter] */
  function open(card, which, enter = true) {
    for (const panel of card.querySelectorAll('.more')) panel.hidden = panel.dataset.panel !== which || (enter && !panel.hidden);
    for (const opener of card.querySelectorAll('[data-opens]')) {
      opener.setAttribute('aria-expanded', String(!card.querySelector(`.more[data-panel=${opener.dataset.opens}]`)?.hidden));
    }
    if (enter) card.querySelector('.more:not([hidden]) :is(input, select)')?.focus();
  }

  // Many at once, with a second look at the sum

  const bulk = () => document.getElementById('bulk');
  const second = () => document.getElementById('second');
  const picked = () => [...document.querySelectorAll('[data-pick]:checked')];
  const sumOf = picks => picks.reduce((sum, pick) => sum + Number(pick.dataset.pick), 0);

  /** @param {number} minor */
  function money(minor) {
    const sv = document.documentElement.lang === 'sv';
    const figure = new Intl.NumberFormat(sv ? 'sv-SE' : 'en-GB', { minimumFractionDigits: minor % 100 ? 2 : 0 }).format(minor / 100);
    const code = word('currency');
    return sv ? `${figure} ${code === 'SEK' ? 'kr' : code}` : `${code} ${figure}`;
  }

  function weigh() {
    const picks = picked();
    if (!bulk()) return;
    bulk().hidden = picks.length < 2;
    const words = word('chosen').replace('{0}', String(picks.length)).replace('{1}', money(sumOf(picks)));
    bulk().querySelector('b').textContent = words;
    second().querySelector('b').textContent = words;
  }

  /** @param {string} what */
  async function many(what) {
    if (what === 'leave') return second().close();
    if (what === 'look') {
      second().querySelector('ul').replaceChildren(...picked().map(pick => {
        const card = pick.closest('.exception');
        const line = document.createElement('li');
        line.className = 'top';
        line.append(...[card.querySelector('h2'), card.querySelector('.sum')].map(part => {
          const span = document.createElement('span');
          span.textContent = part.textContent.trim();
          return span;
        }));
        return line;
      }));
      second().querySelector('.told-here').textContent = '';
      return second().showModal();
    }
    await approveAll(picked());
  }

  /** @param {HTMLInputElement[]} picks */
  async function approveAll(picks) {
    const chosen = picks.map(pick => pick.closest('.exception'));
    const sum = { amount: (sumOf(picks) / 100).toFixed(2), currency: word('currency') };
    const body = JSON.stringify({ ids: chosen.map(card => card.dataset.id), sum });
    if (!keys.has(body)) keys.set(body, crypto.randomUUID());
    const answer = await fetch('/api/v1/approvals/bulk-approve', {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keys.get(body) }, body,
    }).catch(() => null);
    if (answer?.status === 401) return leewayLapsed();
    if (answer && answer.status < 500) keys.delete(body);
    for (const card of chosen) if (answer) await renew(card);
    weigh();
    if (answer?.ok) return second().close();
    const problem = answer ? await answer.json().catch(() => ({})) : {};
    if (problem.code === 'step-up-needed') return stepUp();
    second().querySelector('.told-here').textContent = problem.detail ?? word('unsent');
  }

  document.addEventListener('change', event => {
    if (event.target instanceof Element && event.target.matches('[data-pick]')) weigh();
  });

  // Going from one to the next

  /** @param {Element} from @param {number} way */
  function following(from, way) {
    const all = cards();
    const rest = way > 0 ? all.slice(all.indexOf(from) + 1) : all.slice(0, Math.max(0, all.indexOf(from))).reverse();
    return rest.find(card => card.dataset.open === 'true') ?? rest[0];
  }

  /** @param {HTMLElement | undefined} card */
  function go(card) {
    if (!card) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} way */
  function walk(way) {
    const at = document.activeElement?.closest('.exception');
    go(at ? following(at, way) : cards()[way > 0 ? 0 : cards().length - 1]);
  }

  document.addEventListener('click', event => {
    const on = event.target instanceof Element ? event.target.closest('button') : null;
    if (!on) return;
    const card = on.closest('.exception');
    if (on.matches('.news')) { on.hidden = true; show().then(() => window.scrollTo({ top: 0 })); }
    else if (on.dataset.bulk) many(on.dataset.bulk);
    else if (on.dataset.walk) walk(Number(on.dataset.walk));
    else if (on.dataset.opens) open(card, on.dataset.opens);
    else if (on.dataset.verb) say(card, on.dataset.verb);
  });

  document.addEventListener('keydown', event => {
    const at = event.target instanceof Element ? event.target : null;
    const card = at?.closest('.exception');
    if (!card || at.matches('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') walk(key === 'j' ? 1 : -1);
    else if (key === '?') document.querySelector('.keys')?.toggleAttribute('open');
    else if (SHORT[key]) card.querySelector(`[data-verb=${SHORT[key]}], [data-opens=${SHORT[key]}]`)?.click();
    else return;
    event.preventDefault();
  });

  // Clocks

  function tick() {
    for (const clock of document.querySelectorAll('.clock[data-due]')) {
      const left = Math.ceil((Date.parse(clock.dataset.due) - Date.now()) / 1000);
      const words = left > 0
        ? word('left').replace('{0}', `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`) : word('over');
      const place = clock.querySelector('b');
      if (place.textContent !== words) place.textContent = words;
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    tick();
    setInterval(tick, 1_000);
    setInterval(look, EVERY_MS);
  });
  document.addEventListener('visibilitychange', look);
})();
