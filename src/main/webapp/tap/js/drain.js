// Sends what waits: in order, one drainer at a time over all pages and the service worker.

import { call, fate } from './api.js';
import * as clock from './clock.js';
import * as outbox from './outbox.js';
import { confirm, me } from './person.js';

/** @typedef {import('./types').Kept} Kept */
/** @typedef {{status: number, body: any, retryAfterMs?: number}} Answer */

const MOST_ITEMS = 100;
const MOST_BYTES = 48 * 1024;
const CLOCK_MATTERS_MS = 60_000;
const LONGEST_REST_MS = 10 * 60_000;

/** Until when the server has asked not to be asked again, by a clock that nobody sets. */
let restUntil = 0;

/**
 * Sends until nothing waits or something stands in the way.
 * @returns {Promise<{stopped: 'empty' | 'later' | 'sign-in' | 'other', retryAfterMs: number}>}
 */
export async function drain() {
  const rest = restUntil - performance.now();
  if (rest > 0) return { stopped: 'later', retryAfterMs: rest };
  return navigator.locks.request('leeway-outbox', async () => {
    for (;;) {
      const kept = await outbox.all();
      const waiting = kept.filter(({ filed }) => filed.mark === 'waiting');
      if (!waiting.length) return { stopped: 'empty', retryAfterMs: 0 };
      const whose = await confirm();
      if (whose !== 'mine') return { stopped: whose, retryAfterMs: 0 };
      const run = await outbox.markTried(nextRun(waiting));
      if (!run.length) continue;
      const answers = await send(run, kept);
      const fates = [];
      for (const [i, answer] of answers.entries()) {
        fates.push(await record(run[i], answer, kept));
      }
      outbox.tell();
      const stopped = fates.find((one) => one === 'sign-in' || one === 'later');
      if (stopped) {
        const retryAfterMs = Math.min(answers[0].retryAfterMs ?? 0, LONGEST_REST_MS);
        restUntil = performance.now() + retryAfterMs;
        return { stopped, retryAfterMs };
      }
    }
  });
}

/**
 * What goes out together: gestures that follow each other, as many as one body may hold; anything
 * else goes alone.
 * @param {Kept[]} waiting
 * @returns {Kept[]}
 */
export function nextRun(waiting) {
  const run = [];
  let bytes = 0;
  for (const kept of waiting) {
    bytes += new Blob([JSON.stringify(kept.entry.body)]).size + 64;
    const full = run.length === MOST_ITEMS || bytes > MOST_BYTES;
    if (run.length && (kept.entry.type !== 'gesture' || full)) break;
    run.push(kept);
    if (kept.entry.type !== 'gesture') break;
  }
  return run;
}

/**
 * @param {Kept[]} run
 * @param {Kept[]} all
 * @returns {Promise<Answer[]>} answers to the first ones of the run, in its order
 */
async function send(run, all) {
  const [{ entry }] = run;
  if (entry.type === 'happening') return [await call('POST', '/episodes', entry.body, entry.id)];
  if (entry.type !== 'gesture') return [await sendAct(entry, all)];
  if (run.length > 1) {
    const items = run.map((one) => ({ id: one.entry.id, gesture: one.entry.body }));
    const answer = await call('POST', '/gestures/batch', { items });
    const what = fate(answer);
    if (what === 'received') return items.map(({ id }) => itemOf(answer, id));
    if (what !== 'look') return [answer];
  }
  return [await call('POST', '/gestures', entry.body, entry.id)];
}

/** @param {Answer} answer @param {string} id */
function itemOf(answer, id) {
  const item = answer.body.items?.find((/** @type {any} */ one) => one.id === id);
  return { status: item?.status ?? 0, body: item?.answer ?? item?.problem };
}

/**
 * Undoes or settles a gesture, as its state now demands.
 * @param {import('./types').Entry} entry
 * @param {Kept[]} all
 * @returns {Promise<Answer>}
 */
async function sendAct(entry, all) {
  const target = all.find((one) => one.entry.id === entry.of);
  const state = target ? target.entry.answer?.state : entry.state;
  const ways = { settled: 'reversal', held: 'release', 'awaiting-approval': 'release' };
  const way = entry.type === 'settlement' ? 'settlement' : ways[/** @type {'held'} */ (state)];
  if (!way) return { status: 200, body: { id: entry.of, state: 'released' } };
  return call('POST', `/gestures/${entry.of}/${way}`, {}, entry.id);
}

/**
 * Writes down what became of an entry.
 * @param {Kept} kept
 * @param {Answer} answer
 * @param {Kept[]} all
 */
async function record(kept, answer, all) {
  const what = fate(answer);
  const { entry } = kept;
  if (what === 'look') {
    const moved = movedByClock(kept, answer.body);
    await outbox.refile(kept, moved ?? { problem: answer.body }, moved ? 'waiting' : 'look');
  } else if (what === 'received' && entry.type === 'gesture') {
    const told = { state: 'refused', ...answer.body };
    await outbox.refile(kept, { answer: told, receivedAt: clock.now() }, 'received');
  } else if (what === 'received' && entry.type === 'happening') {
    await outbox.refile(kept, { answer: {}, receivedAt: clock.now() }, 'received');
  } else if (what === 'received') {
    await recordAct(kept, answer.body, all);
  }
  return what;
}

/** @param {Kept} kept @param {any} body @param {Kept[]} all */
async function recordAct(kept, body, all) {
  const target = all.find((one) => one.entry.id === kept.entry.of);
  if (target?.filed.mark === 'look') await outbox.drop(target);
  else if (target) {
    await outbox.refile(target, { answer: { ...target.entry.answer, state: body.state } });
  }
  await outbox.drop(kept);
}

/**
 * The server says it lies in the future, and we have learnt since how wrong the tablet's clock was.
 * @param {Kept} kept
 * @param {any} problem
 */
function movedByClock({ entry }, problem) {
  const early = problem.violations?.some((/** @type {any} */ v) => v.code === 'in-the-future');
  const learnt = clock.offset() - entry.clockOffset;
  if (!early || !entry.body.occurredAt || Math.abs(learnt) < CLOCK_MATTERS_MS) return null;
  const occurredAt = new Date(Date.parse(entry.body.occurredAt) + learnt).toISOString();
  return { body: { ...entry.body, occurredAt }, clockOffset: clock.offset() };
}

/** Whether there is anybody to send for. */
export const canDrain = () => me() !== null;
