// Sends what waits: in order, one drainer at a time over all pages and the service worker.

import * as clock from './clock.js';
import { fate, LONGEST_MS } from './fates.js';
import { kinds } from './kinds.js';
import * as outbox from './outbox.js';
import { confirm, me } from './person.js';
import * as store from './store.js';

/** @typedef {import('./types').Kept} Kept */
/** @typedef {import('./types').Answer} Answer */
/** @typedef {import('./types').Entry} Entry */

const MOST_ITEMS = 100;
const MOST_BYTES = 48 * 1024;
const CLOCK_MATTERS_MS = 60_000;
/** For managers, who read either language; nobody asks the person, who has logged it in time. */
const KEPT_OFFLINE = 'Låg sparad på plattan utan nät / Kept on the tablet without network';

/**
 * Sends until nothing waits or something stands in the way; not at all, from whichever page or the
 * service worker, while the server has asked for time.
 * @returns {Promise<{stopped: 'empty' | 'later' | 'sign-in' | 'other', retryAfterMs: number}>}
 */
export function drain() {
  return navigator.locks.request('leeway-outbox', async () => {
    const rest = ((await store.get('rest')) ?? 0) - Date.now();
    if (rest > 0 && rest <= LONGEST_MS) return { stopped: 'later', retryAfterMs: rest };
    const { stopped, retryAfterMs } = await sendAll();
    if (retryAfterMs) await store.put('rest', Date.now() + retryAfterMs);
    return { stopped, retryAfterMs };
  });
}

/** @returns {ReturnType<typeof drain>} */
async function sendAll() {
  for (;;) {
    const kept = await outbox.all();
    const locked = kept.filter(outbox.isLocked);
    const waiting = kept.filter(({ filed }) => filed.mark === 'waiting');
    if (!waiting.length && !locked.length) return { stopped: 'empty', retryAfterMs: 0 };
    const whose = await confirm();
    if (whose !== 'mine') return { stopped: whose, retryAfterMs: 0 };
    if (locked.length) {
      const { status, retryAfterMs } = await outbox.open(locked);
      if (status === 200) continue;
      return { stopped: status === 401 ? 'sign-in' : 'later', retryAfterMs };
    }
    const run = await outbox.markTried(nextRun(waiting));
    if (!run.length) continue;
    const answers = await send(run, kept);
    const fates = [];
    for (const [i, answer] of answers.entries()) {
      fates.push(await record(run[i], answer, kept));
    }
    outbox.tell();
    const stopped = fates.find((one) => one === 'sign-in' || one === 'later');
    if (stopped) return { stopped, retryAfterMs: Math.max(...answers.map((one) => one.retryAfterMs)) };
  }
}

/**
 * What goes out together: entries of one type that follow each other, where it lets them, as many
 * as one body may hold.
 * @param {Kept[]} waiting
 * @returns {Kept[]}
 */
export function nextRun(waiting) {
  const run = [];
  let bytes = 0;
  for (const kept of waiting) {
    bytes += new Blob([JSON.stringify(kept.entry.body)]).size + 64;
    const full = run.length === MOST_ITEMS || bytes > MOST_BYTES;
    if (run.length && (kept.entry.type !== run[0].entry.type || full)) break;
    run.push(kept);
    if (!kinds[kept.entry.type].sendMany) break;
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
  const kind = kinds[entry.type];
  if (kind.sendMany && run.length > 1) {
    const entries = run.map((one) => one.entry);
    const answer = await kind.sendMany(entries);
    if (answer.body?.items) return entries.map(({ id }) => itemOf(answer, id));
    if (fate(answer) !== 'look') return [answer];
  }
  return [await kind.send(entry, stateOf(entry, all))];
}

/** @param {Entry} act @param {Kept[]} all @returns {string | undefined} of the gesture it is about */
function stateOf(act, all) {
  const target = all.find((one) => one.entry.id === act.of);
  return target ? target.entry.answer?.state : act.state;
}

/** @param {Answer} answer @param {string} id @returns {Answer} status 0: the batch says nothing of it */
function itemOf({ body, retryAfterMs }, id) {
  const item = [body.items].flat().find((/** @type {any} */ one) => one?.id === id);
  return { status: item?.status ?? 0, body: item?.answer ?? item?.problem, retryAfterMs };
}

/**
 * Writes down what became of an entry.
 * @param {Kept} kept
 * @param {Answer} answer
 * @param {Kept[]} all
 */
async function record(kept, answer, all) {
  const { entry } = kept;
  const what = fate(answer, entry.of ?? entry.id);
  if (what === 'look') {
    const moved = movedByClock(kept, answer.body) ?? excused(kept, answer.body);
    await outbox.refile(kept, moved ?? { problem: answer.body }, moved ? 'waiting' : 'look');
  } else if (what === 'received') {
    const told = kinds[entry.type].answer?.(answer.body);
    if (told) await outbox.refile(kept, { answer: told, receivedAt: clock.now() }, 'received');
    else await recordAct(kept, answer.body, all);
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

/**
 * The server wants a reason for what happened so long ago: it was logged in time, and lay here.
 * @param {Kept} kept
 * @param {any} problem
 */
function excused({ entry }, problem) {
  const wanted = problem.violations?.some((/** @type {any} */ v) => v.code === 'late-reason-needed');
  if (!wanted || entry.body.lateReason) return null;
  return { body: { ...entry.body, lateReason: KEPT_OFFLINE } };
}

/** Whether there is anybody to send for. */
export const canDrain = () => me() !== null;
