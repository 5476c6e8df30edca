// Undoing and settling what the server has. What an act was for may be so already when it arrives,
// or need another way by then: both are found out here, and only what is left needs a look.

import { call } from './api.js';
import { fate } from './fates.js';

/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').Answer} Answer */

const WAYS = { settled: 'reversal', held: 'release', 'awaiting-approval': 'release' };
const OVER = /^(refused|released|expired|reversed)$/;

/**
 * @param {Entry} act
 * @param {string | undefined} state that its gesture was last known in
 * @returns {Promise<Answer>}
 */
export async function sendAct(act, state) {
  const way = wayOf(act, state);
  if (!way) return done(act, 'released');
  const answer = await call('POST', `/gestures/${act.of}/${way}`, {}, act.id);
  return answer.body?.code === 'wrong-state' ? sendAsItIsNow(act, way, answer) : answer;
}

/** @param {Entry} act @param {string} before the way that is closed @param {Answer} refused */
async function sendAsItIsNow(act, before, refused) {
  const answer = await call('GET', `/gestures/${act.of}`);
  if (fate(answer, act.of) !== 'received') return answer.status ? refused : answer;
  const { state } = answer.body;
  if (act.type === 'undo' ? OVER.test(state) : state === 'settled') return done(act, state);
  const way = wayOf(act, state);
  return way && way !== before ? call('POST', `/gestures/${act.of}/${way}`, {}, act.id) : refused;
}

/** @param {Entry} act @param {string | undefined} state */
const wayOf = ({ type }, state) =>
  type === 'settlement' ? 'settlement' : WAYS[/** @type {'held'} */ (state)];

/** @param {Entry} act @param {string} state @returns {Answer} */
const done = ({ of }, state) => ({ status: 200, body: { id: of, state }, retryAfterMs: 0 });
