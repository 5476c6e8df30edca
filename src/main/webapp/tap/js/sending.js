// When to send. Losing the network is normal: try again, later and later, never all at once.

import { drain } from './drain.js';
import { doubt } from './person.js';

const FIRST_MS = 2_000;
const MOST_MS = 5 * 60_000;

let failures = 0;
let timer = 0;

/** @type {(stopped: 'empty' | 'later' | 'sign-in' | 'other') => void} */
let report = () => {};

/**
 * Sends now, and again whenever it may have become possible.
 * @param {typeof report} whatStopped
 */
export function start(whatStopped) {
  report = whatStopped;
  addEventListener('online', () => soon());
  addEventListener('pageshow', () => soon());
  document.addEventListener('visibilitychange', () => {
    doubt();
    if (document.visibilityState === 'visible') soon();
  });
  soon();
}

/** Sends as soon as nothing else does. @param {number} delayMs */
export function soon(delayMs = 0) {
  clearTimeout(timer);
  timer = setTimeout(send, delayMs);
}

async function send() {
  const { stopped, retryAfterMs } = await drain();
  failures = stopped === 'later' ? failures + 1 : 0;
  if (stopped === 'later') {
    const wait = Math.min(MOST_MS, FIRST_MS * 2 ** (failures - 1)) * (0.5 + Math.random());
    soon(Math.max(wait, retryAfterMs));
    if (retryAfterMs < FIRST_MS) await inTheBackground(); // the browser would not wait longer
  }
  report(stopped);
}

/** Asks the browser to send when the network is back, even if the page is closed by then. */
async function inTheBackground() {
  const registration = await navigator.serviceWorker?.getRegistration();
  // @ts-ignore: Background Sync exists in some browsers only
  await registration?.sync?.register('outbox').catch(() => undefined);
}
