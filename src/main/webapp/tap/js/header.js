// Who, where, how much is left; what waits here; and what must be said before anything else.

import { wrongBy } from './clock.js';
import { $, h, icon, show } from './dom.js';
import { toMinor } from './money.js';
import { pending } from './preview.js';
import { settings } from './settings.js';
import { state } from './state.js';
import { age, amount, counted, period, pick, say } from './words.js';

/** @typedef {import('./types').Room} Room */

const OLD_MS = 3 * 24 * 3_600_000;

export function header() {
  const { leeway } = state;
  if (!leeway) return;
  const { person } = leeway;
  const rooms = roomsWorthShowing(leeway.headroom);
  const drawn = pending();
  show($('who'), [person.name, person.siteName], () => [
    h('b', {}, person.name || say('nameless')), h('span', {}, person.siteName ? pick(person.siteName) : ''),
  ]);
  show($('room'), [rooms, drawn], () => rooms.map((one) => figure(one, drawn)));
  show($('menu'), [], () => [
    h('button', {
      id: 'settings', class: 'ghost round', type: 'button', 'aria-label': say('settings'), onclick: settings,
    }, icon('menu')),
  ]);
  const waiting = waits();
  show($('waits'), waiting, () => (waiting ? [icon(waiting.icon), h('span', {}, waiting.text)] : []));
  $('waits').hidden = !waiting;
  const said = notices();
  show($('notices'), said, () => said.map(notice));
}

/** One's own, and the one here with the least left. @param {Room[]} rooms */
function roomsWorthShowing(rooms) {
  const least = (/** @type {Room} */ a, /** @type {Room} */ b) => left(a) - left(b);
  const own = rooms.filter((one) => one.own).sort(least);
  const here = rooms.filter((one) => !one.own).sort(least);
  return [...own.slice(0, 1), ...here.slice(0, 1)];
}

/** @param {Room} room */
const left = (room) => toMinor(room.left.amount, room.left.currency);

/** @param {Room} room @param {number} drawn by what lies unsent here */
function figure(room, drawn) {
  const minor = Math.max(0, left(room) - drawn);
  const limit = toMinor(room.limit.amount, room.limit.currency);
  const bar = h('i', {});
  bar.style.inlineSize = `${Math.min(100, (100 * minor) / (limit || 1))}%`;
  return h('div', { class: 'figure' },
    h('b', { class: 'num' }, amount(minor, room.left.currency)),
    h('span', {}, say(room.own ? 'leftMine' : 'leftHere', { per: period(room.per) })),
    h('div', { class: 'bar', 'aria-hidden': 'true' }, bar));
}

/** What lies here unsent, and for how long: always visible when it is not nothing. */
function waits() {
  const looks = state.kept.filter(({ filed }) => filed.mark === 'look');
  const waiting = state.kept.filter(({ filed }) => filed.mark === 'waiting');
  if (!waiting.length && !looks.length) return null;
  const oldest = waiting.length ? ` · ${age(oldestAge(waiting))}` : '';
  const texts = [
    waiting.length && counted('waits', waiting.length) + oldest,
    looks.length && counted('looks', looks.length),
  ];
  return { icon: looks.length ? 'flag' : 'tablet', text: texts.filter(Boolean).join(' · ') };
}

/** @param {import('./types').Kept[]} kept */
const oldestAge = (kept) => Date.now() - Math.min(...kept.map(({ filed }) => filed.at));

/** @returns {{key: string, tone: string, text: string, signIn?: boolean}[]} */
function notices() {
  const { kept, leeway } = state;
  const waiting = kept.filter(({ filed }) => filed.mark === 'waiting');
  const said = [];
  if (state.lapsed) {
    const text = say(waiting.length ? 'lapsed' : 'lapsedNone');
    said.push({ key: 'lapsed', tone: 'ASK', text, signIn: true });
  } else if (leeway?.hidden) {
    said.push({ key: 'hidden', tone: 'idle', text: say('hidden') });
  } else if (!state.online) {
    said.push({ key: 'offline', tone: 'idle', text: say('offline') });
  }
  if (waiting.length && oldestAge(waiting) > OLD_MS) {
    said.push({ key: 'old', tone: 'ASK', text: say('old', { age: age(oldestAge(waiting)) }) });
  }
  const wrong = wrongBy();
  if (wrong) {
    const way = say(wrong > 0 ? 'clock.fast' : 'clock.slow');
    said.push({ key: 'clock', tone: 'ASK', text: say('clock', { age: age(Math.abs(wrong)), way }) });
  }
  return said;
}

/** @param {ReturnType<typeof notices>[0]} notice */
const notice = ({ key, tone, text, signIn }) =>
  h('div', { class: 'notice', 'data-tone': tone, 'data-notice': key },
    icon(tone === 'ASK' ? 'flag' : 'offline'), h('p', {}, text),
    signIn && h('a', { class: 'button', href: '/tap/sign-in' }, say('signIn')));
