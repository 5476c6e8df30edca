// The page: opens from what is kept here, at once and without network, then asks the server.

import { call, onReach } from './api.js';
import { follow } from './asked.js';
import { band, tick } from './band.js';
import * as clock from './clock.js';
import { composer } from './composer.js';
import { isLeaving, showDoor } from './door.js';
import { $ } from './dom.js';
import { header } from './header.js';
import * as outbox from './outbox.js';
import * as person from './person.js';
import { start } from './sending.js';
import { apply, tellServer } from './settings.js';
import { fetchShift, shift } from './shift.js';
import { change, onChange, state } from './state.js';
import { fixOrder, tiles } from './tiles.js';
import { waitChoice } from './waiting.js';
import { load } from './words.js';

const REFRESH_AFTER_MS = 300;
const REFRESH_EVERY_MS = 5 * 60_000;
const KNOCK_AGAIN_MS = 10_000;

let refreshing = 0;
let isOpen = false;

async function begin() {
  onReach((online) => online !== state.online && change({ online }));
  await clock.recall();
  if (await isLeaving()) return;
  await person.recall();
  const leeway = await person.kept('leeway');
  if (leeway) await open(leeway);
  await refresh();
}

/** Shows the page of the person whose rules these are. @param {import('./types').Leeway} leeway */
async function open(leeway) {
  const [kept, shiftKept, recents, habits] = await Promise.all([
    outbox.all(), person.kept('shift'), person.kept('recents'), person.kept('habits'),
  ]);
  Object.assign(state, { leeway, kept, recents: recents ?? [], habits: habits ?? {} });
  state.shift = shiftKept ?? state.shift;
  await fixOrder(await person.kept('order'));
  await load(leeway.person.language);
  [header, tiles, composer, waitChoice, shift, band].forEach(onChange); // not before they have words to say
  await apply();
  document.body.dataset.page = 'tap';
  if (isOpen) return;
  isOpen = true;
  new BroadcastChannel('leeway-tap').onmessage = reread;
  setInterval(everySecond, 1_000);
  start(stopped);
  await outbox.prune();
  await navigator.storage?.persist?.();
}

/** Asks the server for the rules of the day. */
async function refresh() {
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, REFRESH_EVERY_MS);
  const { status, body } = await call('GET', '/leeway');
  if (status === 200) return welcome(body);
  if (status === 401) return lapse();
  if (status === 403 && !person.me()) return showDoor('stranger');
  if (state.leeway) return;
  await showDoor('offline');
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, KNOCK_AGAIN_MS);
}

/** @param {import('./types').Leeway} leeway */
async function welcome(leeway) {
  const before = person.me()?.user;
  const fate = await person.become(leeway.person.user);
  if (fate !== 'received') return before ? undefined : showDoor('offline');
  if (before && before !== leeway.person.user) return location.reload();
  change({ lapsed: false });
  await person.keep('leeway', leeway);
  await open(leeway);
  await tellServer();
  await fetchShift();
  const [precedents, own] = await Promise.all([call('GET', '/payoff/precedents'), call('GET', '/payoff/mine')]);
  if (precedents.status === 200) state.precedents = precedents.body.items;
  if (own.status === 200) change({ own: own.body.given ? own.body : null });
}

/** Nobody is signed in any more: a shift ago the page closes, else it stays and says so. */
async function lapse() {
  if (person.isStale()) {
    await person.forget();
    if (isOpen) return location.reload();
  }
  if (!person.me()) return showDoor('in');
  change({ lapsed: true });
}

/** @param {'empty' | 'later' | 'sign-in' | 'other'} why sending stopped */
function stopped(why) {
  if (why === 'other') return location.reload();
  if (why === 'sign-in') return lapse();
}

/** Something was sent, here or by another page: what is left has changed. */
async function reread() {
  change({ kept: await outbox.all() });
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, REFRESH_AFTER_MS);
}

function everySecond() {
  tick();
  follow().catch((reason) => console.warn('not asked what became of it', reason));
  if (state.kept.some(({ filed }) => filed.mark !== 'received')) header();
}

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  state.installable = event;
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && isOpen) refresh();
});
$('waits').addEventListener('click', () => {
  change({ draft: null, judgement: null });
  $('shift').scrollIntoView({ block: 'start' });
});

if (!window.isSecureContext) showDoor('insecure');
else {
  navigator.serviceWorker
    ?.register('/tap/sw.js', { updateViaCache: 'none' })
    .catch((reason) => console.warn('works only with network here', reason));
  begin().catch(async (reason) => {
    console.error('could not begin', reason);
    await showDoor('broken');
  });
}
