// What there is to know of each type of entry: one row of this table, and nothing elsewhere.

import { sendAct } from './acts.js';
import { call } from './api.js';

/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').EntryKind} EntryKind */

const UNDOING = { held: 'release', 'awaiting-approval': 'withdraw' };
const WAYS = { settled: 'reversal', held: 'release', 'awaiting-approval': 'release' };
const OVER = /^(refused|released|expired|reversed)$/;

/** @type {Record<import('./types').EntryType, EntryKind>} */
export const kinds = {
  gesture: {
    send: ({ id, body }) => call('POST', '/gestures', body, id),
    sendMany: (entries) => call('POST', '/gestures/batch', { items: entries.map(({ id, body }) => ({ id, gesture: body })) }),
    answer: (body) => ({ state: 'refused', ...body }),
    judged: true,
  },
  happening: {
    send: ({ id, body }) => call('POST', '/episodes', body, id),
    answer: () => ({}),
    noted: 'nothing.noted',
    words: 'nothing.given',
    untilSent: true,
  },
  settlement: {
    send: (act, state) => sendAct(act, state, () => 'settlement', (now) => now === 'settled'),
    title: 'settle',
    offer: (state) => (state === 'held' ? 'settle' : null),
  },
  undo: {
    send: (act, state) => sendAct(act, state, (now) => WAYS[/** @type {'held'} */ (now)], (now) => OVER.test(now)),
    title: 'undo',
    doing: 'undoing',
    offer: (state) => UNDOING[/** @type {'held'} */ (state)] ?? 'undo',
  },
};

/** What stands for itself; anything else is an act on another. @param {Entry} entry */
export const isOwn = ({ type }) => Boolean(kinds[type].answer);

/** Whether it can be undone at all. @param {import('./types').Kept} kept */
export const canUndo = ({ filed, entry }) =>
  !kinds[entry.type].untilSent || (filed.mark === 'waiting' && !filed.tried);
