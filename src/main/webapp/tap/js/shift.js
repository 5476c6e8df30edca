// My shift: what I did in the last hours, here and elsewhere, each with its mark.

import { call } from './api.js';
import { $, h, icon, show } from './dom.js';
import { canUndo, isOwn, kinds } from './kinds.js';
import { act, undo } from './logging.js';
import { reasonOf, waysOf } from './look.js';
import { markOf, received } from './marks.js';
import { toMinor } from './money.js';
import { keep } from './person.js';
import { change, state } from './state.js';
import { amount, clockTime, pick, say } from './words.js';

/** @typedef {import('./types').EntryType} EntryType */
/** @typedef {import('./types').Kept} Kept */
/** @typedef {import('./look.js').Way} Act */
/**
 * @typedef {object} Row
 * @property {string} id
 * @property {number} at milliseconds
 * @property {string} name of the kind
 * @property {number | null} costMinor
 * @property {string | null} customer
 * @property {string[]} words what it came to
 * @property {{kind: string, icon: string, text: string}} mark
 * @property {string | null} problem
 * @property {Act[]} acts
 */

const SHIFT_MS = 16 * 3_600_000;
const ROWS_MOST = 50;
const OVER = /refused|released|expired|reversed/;

/** Fetches what the server has of this shift. */
export async function fetchShift() {
  const { leeway } = state;
  if (!leeway) return;
  const from = new Date(Date.now() - SHIFT_MS).toISOString();
  const staff = encodeURIComponent(leeway.person.user);
  const path = `/gestures?staff=${staff}&from=${encodeURIComponent(from)}&limit=${ROWS_MOST}`;
  const { status, body } = await call('GET', path);
  if (status !== 200 || !body.items) return;
  change({ shift: { rows: body.items, at: Date.now() } });
  await keep('shift', state.shift);
}

export function shift() {
  const place = $('shift');
  place.hidden = state.draft !== null;
  const rows = merged();
  const old = !state.online && state.shift.at ? clockTime(state.shift.at) : null;
  show(place, [rows, old, state.own], () => [
    h('h2', { class: 'quiet caps' }, say('shift')),
    old && h('p', { class: 'quiet' }, say('shiftOld', { time: old })),
    rows.length ? h('ul', {}, rows.map(draw)) : h('p', { class: 'quiet' }, say('shiftEmpty')),
    state.own && h('p', { class: 'quiet', id: 'own' }, say('own', /** @type {any} */ (state.own))),
  ]);
}

/** What lies here and what the server has, each gesture once, the latest first. */
function merged() {
  const own = state.kept.filter(({ entry, filed }) => isOwn(entry) && !(entry.locked && filed.mark === 'received'));
  const known = new Set(state.shift.rows.map(({ id }) => id));
  const gestures = own.filter(({ entry }) => !entry.locked || !known.has(entry.id));
  const mine = new Set(gestures.map(({ entry }) => entry.id));
  const server = state.shift.rows.filter(({ id }) => !mine.has(id)).map(fromServer);
  const stuck = state.kept.filter(({ filed, entry }) => !isOwn(entry) && filed.mark === 'look');
  return [...[...gestures, ...stuck].map(fromHere), ...server].sort((a, b) => b.at - a.at);
}

/** @param {Kept} kept @returns {Row} */
function fromHere(kept) {
  const { entry, filed } = kept;
  const fresh = state.shift.rows.find(({ id }) => id === entry.id);
  const over = OVER.test(entry.answer?.state ?? '');
  const answer = over ? entry.answer : { ...entry.answer, ...fresh };
  const { label, body } = entry;
  const { title, words } = kinds[entry.type];
  return {
    id: entry.id,
    at: Date.parse(body.occurredAt ?? '') || entry.at,
    name: entry.locked ? say('locked') : (title ? `${say(title)}: ` : '') + pick(label.name),
    costMinor: minorOf(fresh?.cost) ?? label.costMinor,
    customer: label.customer,
    words: words ? [say(words)] : filed.mark === 'received' ? wordsOf(answer) : pending(entry.id),
    mark: markOf(kept),
    problem: filed.mark === 'look' ? reasonOf(entry) : null,
    acts: actsHere(kept, answer?.state),
  };
}

/**
 * What it came to, which may be less than was asked for.
 *
 * @param {{amount: string, currency: string} | null | undefined} cost
 */
const minorOf = (cost) => (cost ? toMinor(cost.amount, cost.currency) : null);

/** @param {any} gesture as GET /gestures tells it @returns {Row} */
function fromServer(gesture) {
  const kind = state.leeway?.kinds.find(({ code }) => code === gesture.kind);
  const name = kind?.name ?? { sv: gesture.kind, en: gesture.kind };
  const customer = state.recents.find(({ code }) => code === gesture.customer);
  const costMinor = minorOf(gesture.cost);
  const label = { kind: gesture.kind, name, costMinor, customer: customer?.name ?? gesture.customer };
  return {
    id: gesture.id,
    at: Date.parse(gesture.occurredAt ?? gesture.plannedFor ?? gesture.receivedAt),
    name: pick(name),
    costMinor,
    customer: label.customer ?? null,
    words: wordsOf(gesture),
    mark: received(Date.parse(gesture.receivedAt)),
    problem: null,
    acts: actsThere({ id: gesture.id, state: gesture.state, label }),
  };
}

/** @param {any} gesture */
function wordsOf({ id, state: now, review }) {
  const words = pending(id);
  if (now && now !== 'settled') words.push(say(`state.${now}`));
  if (review) words.push(say(`review.${review}`));
  return words;
}

/** @param {string} id */
const actOf = (id) =>
  state.kept.find(({ entry, filed }) => entry.of === id && filed.mark === 'waiting')?.entry;

/** What waits to be done to it. @param {string} id */
function pending(id) {
  const act = actOf(id);
  const doing = act && kinds[act.type].doing;
  return doing ? [say(doing)] : [];
}

/** @param {Kept} kept @param {string | undefined} now @returns {Act[]} */
function actsHere(kept, now) {
  const { entry, filed } = kept;
  if (filed.mark === 'look') return waysOf(kept);
  if (filed.mark === 'received') {
    return actsThere({ id: entry.id, state: now ?? '', label: entry.label });
  }
  if (actOf(entry.id) || !canUndo(kept)) return [];
  return [{ id: `undo-${entry.id}`, text: say('undo'), onclick: () => undo(kept) }];
}

/** @param {{id: string, state: string, label: import('./types').Entry['label']}} row @returns {Act[]} */
function actsThere(row) {
  if (actOf(row.id) || !row.state || OVER.test(row.state)) return [];
  return Object.entries(kinds).flatMap(([type, { title, offer }]) => {
    const text = offer?.(row.state);
    if (!text) return [];
    return [{ id: `${title}-${row.id}`, text: say(text), onclick: () => act(/** @type {EntryType} */ (type), row) }];
  });
}

/** @param {Row} row */
const draw = ({ id, at, name, costMinor, customer, words, mark, problem, acts }) =>
  h('li', { class: problem ? 'row stuck' : 'row', 'data-id': id },
    h('div', { class: 'what' },
      h('p', { class: 'head' }, h('b', {}, name),
        costMinor !== null && h('span', { class: 'num' }, amount(costMinor, state.leeway?.currency ?? ''))),
      h('p', {}, [clockTime(at), customer, ...words].filter(Boolean).join(' · ')),
      h('p', { class: 'mark', 'data-mark': mark.kind }, icon(mark.icon), mark.text),
      problem && h('p', { class: 'problem' }, problem)),
    h('div', { class: 'ways' }, acts.map((one) =>
      h('button', { id: one.id, class: 'ghost', type: 'button', onclick: one.onclick }, one.text))));
