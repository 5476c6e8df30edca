// Three marks, never confused: saved on this tablet, received, needs a look.

import { clockTime, say } from './words.js';

/** @param {import('./types').Kept} kept */
export function markOf({ filed, entry }) {
  if (filed.mark === 'look') return { kind: 'look', icon: 'flag', text: say('mark.look') };
  if (filed.mark === 'waiting') return { kind: 'saved', icon: 'tablet', text: say('mark.saved') };
  return received(entry.receivedAt ?? filed.at);
}

/** @param {number} at milliseconds */
export const received = (at) => ({
  kind: 'received', icon: 'check', text: say('mark.received', { time: clockTime(at) }),
});
