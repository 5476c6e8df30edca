// Undoing and settling what the server has. What an act was for may be so already when it arrives,
// or need another way by then: both are found out here, and only what is left needs a look.

import { call } from './api.js';
import { fate } from './fates.js';

/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').Answer} Answer */

/** @typedef {(state: string | undefined) => string | undefined} WayOf an ending of a gesture in this state; undefined: there is none */
/** @typedef {(state: string) => boolean} IsSo whether what the act was for is so already */

/**
 * @param {Entry} act
 * @param {string | undefined} state that its gesture was last known in
 * @param {WayOf} wayOf
 * @param {IsSo} isSo
 * @returns {Promise<Answer>}
 */
export async function sendAct(act, state, wayOf, isSo) {
  const way = wayOf(state);
  if (!way) return done(act, 'released');
  const answer = await call('POST', `/gestures/${act.of}/${way}`, {}, act.id);
  return answer.body?.code === 'wrong-state' ? sendAsItIsNow(act, way, answer, wayOf, isSo) : answer;
}

/** @param {Entry} act @param {string} before the way that is closed @param {Answer} refused @param {WayOf} wayOf @param {IsSo} isSo */
async function sendAsItIsNow(act, before, refused, wayOf, isSo) {
  const answer = await call('GET', `/gestures/${act.of}`);
  if (fate(answer, act.of) !== 'received') return answer.status ? refused : answer;
  const { state } = answer.body;
  if (isSo(state)) return done(act, state);
  const way = wayOf(state);
  return way && way !== before ? call('POST', `/gestures/${act.of}/${way}`, {}, act.id) : refused;
}

/** @param {Entry} act @param {string} state @returns {Answer} */
const done = ({ of }, state) => ({ status: 200, body: { id: of, state }, retryAfterMs: 0 });
