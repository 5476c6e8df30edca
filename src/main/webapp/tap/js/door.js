// In and out. Before anybody is signed in, both languages are shown.

import { call } from './api.js';
import { $, h } from './dom.js';
import { drain } from './drain.js';
import { forget } from './person.js';
import { state } from './state.js';
import * as store from './store.js';

const LAST_CALL_MS = 4_000;
const AGAIN_MS = 10_000;

/** Shows the door instead of the page. @param {'in' | 'offline' | 'closed' | 'stranger' | 'leaving' | 'insecure' | 'broken'} why */
export async function showDoor(why) {
  document.documentElement.lang = 'sv';
  document.body.dataset.page = 'door';
  document.querySelectorAll('#door [data-why]').forEach((part) => {
    const whys = /** @type {HTMLElement} */ (part).dataset.why ?? '';
    /** @type {HTMLElement} */ (part).hidden = !whys.split(' ').includes(why);
  });
  $('door-waits').hidden = (await store.countAll()) === 0;
}

/** Signs out: sends what can still be sent, leaves nothing readable, and ends the session. */
export async function signOut() {
  if (state.online) {
    await Promise.race([drain(), new Promise((resolve) => setTimeout(resolve, LAST_CALL_MS))]);
  }
  await store.put('leaving', true);
  await forget();
  localStorage.clear();
  if (state.online) endSession();
  else location.reload();
}

/**
 * Whether somebody signed out here without network, so that the session still stands: it ends
 * before anybody sees or sends anything, and is tried again until it has.
 * @returns {Promise<boolean>}
 */
export async function isLeaving() {
  if (!(await store.get('leaving'))) return false;
  const { status } = await call('GET', '/me');
  if (status === 401) {
    await store.remove('leaving');
    sessionStorage.removeItem('leaving');
    return false;
  }
  await showDoor(status === 0 ? 'offline' : 'leaving');
  setTimeout(() => location.reload(), AGAIN_MS);
  if (status !== 0 && Date.now() - Number(sessionStorage.getItem('leaving')) > AGAIN_MS / 2) {
    sessionStorage.setItem('leaving', String(Date.now()));
    endSession();
  }
  return true;
}

/** Ends the session here and at the identity provider. */
function endSession() {
  const back = h('input', { type: 'hidden', name: 'to', value: 'tap' });
  const form = h('form', { method: 'post', action: '/sign-out' }, back);
  document.body.append(form);
  form.submit();
}
