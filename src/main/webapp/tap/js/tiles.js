// The tiles: what may be given here, the most used first, each in its place for the whole shift.

import { $, h, icon, show } from './dom.js';
import { happenedButton } from './happened.js';
import { choose } from './logging.js';
import { toMinor } from './money.js';
import { keep } from './person.js';
import { change, state } from './state.js';
import { amount, pick, say } from './words.js';

/** @typedef {import('./types').Kind} Kind */

const MOST = 8;
/** A shift that began in the evening ends before this hour. */
const DAY_BEGINS_HOUR = 5;

/** Pictures of kinds that many companies have; the others get that of their category. */
const PICTURES = {
  'birthday-treat': 'cake', 'locker-coin': 'coin', detour: 'route', 'home-visit': 'home',
  'courtesy-call': 'phone', goodwill: 'heart', 'fee-waiver': 'ticket', upgrade: 'star',
  delight: 'gift', care: 'hand', recovery: 'heart',
};

let all = false;

/** @param {string} code @param {string} [category] */
export const picture = (code, category) =>
  PICTURES[/** @type {'detour'} */ (code)] ?? PICTURES[/** @type {'care'} */ (category)] ?? 'gift';

/**
 * Keeps each tile where it was when the shift began; new ones come last.
 * @param {{day: string, codes: string[]} | null} before
 */
export async function fixOrder(before) {
  const codes = (state.leeway?.kinds ?? []).map(({ code }) => code);
  const day = new Date(Date.now() - DAY_BEGINS_HOUR * 3_600_000).toDateString();
  const fixed = before?.day === day ? before.codes : [];
  state.order = [...fixed, ...codes.filter((code) => !fixed.includes(code))];
  await keep('order', { day, codes: state.order });
}

/** @returns {Kind[]} */
function ordered() {
  const place = (/** @type {Kind} */ { code }) => state.order.indexOf(code);
  return [...(state.leeway?.kinds ?? [])].sort((a, b) => place(a) - place(b));
}

export function tiles() {
  const kinds = ordered();
  const shown = all || kinds.length <= MOST ? kinds : kinds.slice(0, MOST - 1);
  const on = state.draft?.kind.code;
  show($('tiles'), [shown, on, all, state.leeway?.incidents], () => [
    h('h1', { class: 'unseen' }, say('tiles')),
    ...shown.map((kind) => tile(kind, kind.code === on)),
    kinds.length > MOST && more(),
    happenedButton(),
  ]);
}

/** @param {Kind} kind @param {boolean} on */
const tile = (kind, on) =>
  h('button', {
    id: `tile-${kind.code}`, class: 'tile', type: 'button', 'aria-pressed': String(on),
    onclick: () => choose(kind),
  },
  icon(picture(kind.code, kind.category)),
  h('span', {}, h('b', {}, pick(kind.name)), h('small', { class: 'num' }, costs(kind))));

function more() {
  const turn = () => {
    all = !all;
    change();
  };
  return h('button', { id: 'tile-more', class: 'tile', type: 'button', onclick: turn },
    icon('more'), h('b', {}, say(all ? 'fewer' : 'more')));
}

/** @param {Kind} kind */
function costs({ model, cost, presets }) {
  const said = (/** @type {import('./types').Money} */ one) =>
    amount(toMinor(one.amount, one.currency), one.currency);
  if (cost) return said(cost);
  if (model === 'time') return say('minutes');
  if (model === 'travel') return say('minutesKm');
  if (!presets.length) return say('amount');
  return presets.map(said).map((one, i, { length }) => shorter(one, i, length)).join(' · ');
}

/** The currency once is enough: 100 · 200 · 500 kr. @param {string} said @param {number} i @param {number} n */
const shorter = (said, i, n) =>
  i === (state.leeway?.person.language === 'sv' ? n - 1 : 0)
    ? said
    : said.replace(/^[A-Z]{3}\u00a0|\u00a0[^\d]+$/g, '');
