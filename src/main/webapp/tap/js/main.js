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
import { soon, start } from './sending.js';
import { apply, tellServer } from './settings.js';
import { fetchShift, shift } from './shift.js';
import { change, onChange, state } from './state.js';
import { fixOrder, tiles } from './tiles.js';
import { waitChoice } from './waiting.js';
import { load } from './words.js';

const REFRESH_AFTER_MS = 300;
const REFRESH_EVERY_MS = 5 * 60_000;
const KNOCK_AGAIN_MS = 10_000;
/** The server is given so long to say who this is. */
const HIDDEN_AFTER_MS = 1_500;

let refreshing = 0;
let isOpen = false;
let isWelcome = false;

async function begin() {
  onReach((online) => online !== state.online && change({ online }));
  await clock.recall();
  if (await isLeaving()) return;
  await person.recall();
  const leeway = await person.kept('leeway');
  if (leeway) await open(leeway);
  else setTimeout(openHidden, HIDDEN_AFTER_MS);
  await refresh();
}

/**
 * Opens the page with the company's rules alone, if they lie here: the browser was ended since the
 * server last said who this is, so nothing of the person can be read until it says so again.
 */
async function openHidden() {
  const rules = state.leeway || !person.me() ? null : await person.rules();
  if (rules) await open(rules);
  return Boolean(rules);
}

/** Shows the page of the person whose rules these are. @param {import('./types').Leeway} leeway */
async function open(leeway) {
  const [kept, shiftKept, recents, habits] = await Promise.all([
    outbox.all(), person.kept('shift'), person.kept('recents'), person.kept('habits'),
  ]);
  if (leeway.hidden && state.leeway) return;
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
  if (status === 200 && body.person?.user && body.kinds) return welcome(body);
  if (status === 401) return lapse();
  if (status === 403 && !person.me()) return showDoor('stranger');
  if (!state.leeway && !(await openHidden())) await knock();
}

/** Nothing can be shown without the server: it is asked again soon. */
async function knock() {
  await showDoor((await person.isClosed()) ? 'closed' : 'offline');
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, KNOCK_AGAIN_MS);
}

/** @param {import('./types').Leeway} leeway */
async function welcome(leeway) {
  const isKnown = person.me() !== null;
  const became = await person.become(leeway.person.user);
  if (became === 'other') return location.reload();
  if (became !== 'received') return isKnown ? undefined : knock();
  change({ lapsed: false });
  await person.keep('leeway', leeway);
  await person.keepRules(leeway);
  await outbox.adopt();
  if (!isWelcome) await outbox.retry();
  isWelcome = true;
  await open(leeway);
  soon();
  await tellServer();
  await fetchShift();
  const [precedents, own] = await Promise.all([call('GET', '/payoff/precedents'), call('GET', '/payoff/mine')]);
  if (precedents.body?.items) state.precedents = precedents.body.items;
  if (own.status === 200) change({ own: own.body.given ? own.body : null });
}

/** Nobody is signed in any more: the page stays for a while and says so. */
async function lapse() {
  await person.lapse();
  if (person.isStale()) return close();
  if (!person.me()) return showDoor((await person.isClosed()) ? 'closed' : 'in');
  change({ lapsed: true });
}

/** Shows nothing of the person until they have signed in again; what waits stays, sealed. */
async function close() {
  await person.close();
  location.reload();
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
  if (person.isStale()) return close();
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
