// Logging: saved here first, then sent. Undo for half a minute with one tap, and later from the list.

import { bodyOf, carriedFrom, draftFrom, draftOf } from './body.js';
import * as clock from './clock.js';
import { $ } from './dom.js';
import { fate } from './fates.js';
import { costOf } from './judge.js';
import { kinds } from './kinds.js';
import * as outbox from './outbox.js';
import { keep } from './person.js';
import { consider } from './preview.js';
import { soon } from './sending.js';
import { change, state } from './state.js';
import { uuid7 } from './uuid7.js';

/** @typedef {import('./types').Draft} Draft */
/** @typedef {import('./types').Kept} Kept */

export const UNDO_MS = 30_000;
const RECENT_MOST = 8;

let busy = false;

/** Begins with a kind, or leaves it when it was chosen already. @param {import('./types').Kind} kind */
export function choose(kind) {
  const same = state.draft?.kind.code === kind.code;
  const draft = same ? null : { ...draftOf(kind), ...said(state.correcting) };
  change({ draft, correcting: same ? null : state.correcting, judgement: null, last: null, alarm: null });
  toTop();
  consider();
}

/** What an entry that is corrected says already, but for its kind and cost. @param {Kept | null} kept */
const said = (kept) => (kept ? carriedFrom(kept.entry) : {});

/**
 * Opens what the server did not take as it was, to be said otherwise and sent in its place.
 * @param {Kept} kept
 */
export function correct(kept) {
  const kind = state.leeway?.kinds.find(({ code }) => code === kept.entry.body.kind) ?? null;
  const draft = kind && draftFrom(kind, kept.entry);
  change({ draft, correcting: kept, judgement: null, last: null, alarm: kind ? null : 'correctKind' });
  toTop();
  consider();
}

/** Logs what is chosen. @param {boolean} done it has happened; otherwise it is asked */
export async function log(done) {
  const draft = state.draft;
  if (busy || !draft) return;
  busy = true;
  try {
    const { code, name } = draft.kind;
    const customer = draft.customer?.name ?? null;
    const label = { kind: code, name, costMinor: costOf(draft), customer };
    const body = bodyOf(draft, done);
    const what = { type: /** @type {'gesture'} */ ('gesture'), body, label, judged: state.judgement };
    const kept = state.correcting ? await replace(state.correcting, what) : await save(what);
    if (kept) logged(draft, kept);
  } finally {
    busy = false;
  }
}

/**
 * Notes what happened without a gesture.
 * @param {Omit<import('./types').Entry, 'id' | 'at' | 'clockOffset'>} what
 */
export async function note(what) {
  const kept = await save(what);
  if (kept) shown(kept);
}

/**
 * @param {Omit<import('./types').Entry, 'id' | 'at' | 'clockOffset'>} what
 * @returns {Promise<Kept | null>}
 */
async function save(what) {
  try {
    return await outbox.add(what);
  } catch (reason) {
    console.error('not saved', reason);
    const sent = await straight(what);
    if (!sent) change({ alarm: isFull(reason) ? 'full' : 'notSaved' });
    return sent;
  }
}

/**
 * What was corrected takes the place of what was not taken, under the same id: the server has
 * nothing under it, unless it says that something else lies there.
 * @param {Kept} kept
 * @param {Pick<import('./types').Entry, 'body' | 'label' | 'judged'>} what
 * @returns {Promise<Kept | null>}
 */
async function replace(kept, what) {
  const id = kept.entry.problem?.code === 'key-reused' ? uuid7() : kept.entry.id;
  try {
    await outbox.refile(kept, { ...what, id, clockOffset: clock.offset(), problem: undefined }, 'waiting');
    return kept;
  } catch (reason) {
    console.error('not saved', reason);
    change({ alarm: isFull(reason) ? 'full' : 'notSaved' });
    return null;
  }
}

/** @param {any} reason */
const isFull = (reason) => reason?.name === 'QuotaExceededError';

/**
 * The tablet cannot save: if the server takes it now, nothing is lost all the same.
 * @param {Omit<import('./types').Entry, 'id' | 'at' | 'clockOffset'>} what
 * @returns {Promise<Kept | null>}
 */
async function straight(what) {
  const entry = { ...what, id: uuid7(), at: Date.now(), clockOffset: clock.offset() };
  const answer = await kinds[entry.type].send(entry);
  if (fate(answer, entry.id) !== 'received') return null;
  const filed = /** @type {any} */ ({ id: entry.id, mark: 'received', at: entry.at });
  return { filed, entry: { ...entry, answer: answer.body, receivedAt: clock.now() } };
}

/** @param {Draft} draft @param {Kept} kept */
function logged(draft, kept) {
  remember(draft);
  shown(kept);
}

/** @param {Kept} kept */
function shown(kept) {
  const last = { id: kept.entry.id, until: Date.now() + UNDO_MS, kept, undone: false };
  const others = state.kept.filter(({ filed }) => filed.seq !== kept.filed.seq);
  change({ draft: null, correcting: null, judgement: null, alarm: null, last, kept: [...others, kept] });
  toTop();
  $('answer').focus();
  soon();
}

/** What is shown next begins at its beginning. */
function toTop() {
  scrollTo(0, 0);
  $('panel').scrollTop = 0;
}

/** Undoes the entry logged last. */
export async function undoLast() {
  const last = state.last;
  if (!last?.kept || last.undone) return;
  change({ last: { ...last, undone: true } });
  await undo(last.kept);
}

/** @param {Kept} kept */
export async function undo(kept) {
  const now = state.kept.find((one) => one.entry.id === kept.entry.id) ?? kept;
  await acting(() => outbox.undo(now));
}

/**
 * Acts on a gesture that the server has.
 * @param {import('./types').EntryType} type
 * @param {{id: string, state: string, label: import('./types').Entry['label']}} row
 */
export const act = (type, row) => acting(() => outbox.act(type, row.id, row.state, row.label));

/** Sends again what needed a look. @param {Kept} kept */
export const again = (kept) =>
  acting(() => (kept.filed.shut ? outbox.unshut(kept) : outbox.refile(kept, { problem: undefined }, 'waiting')));

/** Lets go of what needed a look. @param {Kept} kept */
export const remove = (kept) => acting(() => outbox.drop(kept));

/** @param {() => Promise<unknown>} work on the outbox */
async function acting(work) {
  try {
    await work();
    change({ kept: await outbox.all() });
    soon();
  } catch (reason) {
    console.error('not saved', reason);
    change({ alarm: isFull(reason) ? 'full' : 'notSaved' });
  }
}

/** @param {Draft} draft */
function remember({ kind, customer, minutes, km }) {
  const others = state.recents.filter((one) => one.code !== customer?.code);
  if (customer) state.recents = [customer, ...others].slice(0, RECENT_MOST);
  if (minutes !== null) state.habits = { ...state.habits, [kind.code]: { minutes, km } };
  const done = [keep('recents', state.recents), keep('habits', state.habits)];
  Promise.all(done).catch((reason) => console.warn('conveniences not kept', reason));
}
