// The tablet's clock may be wrong by hours; the server's is the one that counts.

import * as store from './store.js';

const NOISE_MS = 30_000;
const WORTH_SAYING_MS = 5 * 60_000;

let offsetMs = 0;

/** Takes up what was known when the page was last open. */
export async function recall() {
  offsetMs = (await store.get('clock')) ?? 0;
}

/**
 * Learns from the Date of an answer.
 * @param {string | null} header
 */
export function note(header) {
  const server = Date.parse(header ?? '');
  if (Number.isNaN(server)) return;
  const ahead = server - Date.now();
  const known = Math.abs(ahead) < NOISE_MS ? 0 : ahead;
  if (Math.abs(known - offsetMs) < 2_000) return;
  offsetMs = known;
  store.put('clock', offsetMs).catch((reason) => console.warn('clock not kept', reason));
}

/** Server's time minus the tablet's, in milliseconds. */
export const offset = () => offsetMs;

/** The right time, in milliseconds. */
export const now = () => Date.now() + offsetMs;

/** How wrong the tablet is, in milliseconds (ahead: positive); 0 when it is not worth saying. */
export const wrongBy = () => (Math.abs(offsetMs) < WORTH_SAYING_MS ? 0 : -offsetMs);
