// What the person did on this tablet, in order, until the server has it (and a day longer).

import * as clock from './clock.js';
import { me } from './person.js';
import { seal, unseal } from './seal.js';
import * as store from './store.js';
import { uuid7 } from './uuid7.js';

/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').Filed} Filed */
/** @typedef {import('./types').Kept} Kept */

const REMEMBERED_MS = 24 * 3_600_000;

/** Says "changed" to every page of this tablet, the one that speaks included. */
const channel = new BroadcastChannel('leeway-tap');
export const tell = () => channel.postMessage('changed');

/**
 * Saves an entry. When this returns, the disk has it; when it throws, nothing was saved.
 * @param {Omit<Entry, 'id' | 'at' | 'clockOffset'>} what
 * @returns {Promise<Kept>}
 */
export async function add(what) {
  const owner = me();
  if (!owner) throw new Error('nobody is signed in');
  const entry = { ...what, id: uuid7(), at: Date.now(), clockOffset: clock.offset() };
  const { id, at } = entry;
  const sealed = await seal(owner.key, entry);
  /** @type {Filed} */
  const filed = { id, owner: owner.owner, mark: 'waiting', tried: false, at, sealed };
  await store.file(filed);
  return { filed, entry };
}

/** The entries of this person, in order. @returns {Promise<Kept[]>} */
export async function all() {
  const owner = me();
  if (!owner) return [];
  const filed = await store.filedBy(owner.owner);
  const opened = await Promise.allSettled(filed.map((one) => unseal(owner.key, one.sealed)));
  return filed.flatMap((one, i) => {
    const entry = opened[i];
    return entry.status === 'fulfilled' ? [{ filed: one, entry: entry.value }] : [];
  });
}

/**
 * Files an entry again after it changed.
 * @param {Kept} kept
 * @param {Partial<Entry>} change
 * @param {Filed['mark']} mark
 */
export async function refile({ filed, entry }, change, mark = filed.mark) {
  const owner = me();
  if (!owner) return;
  Object.assign(entry, change);
  Object.assign(filed, { mark, sealed: await seal(owner.key, entry) });
  await store.file(filed);
}

/**
 * Marks entries as tried before they are sent: from then on the server may have them, and only
 * it can undo them.
 * @param {Kept[]} run
 * @returns {Promise<Kept[]>} those that are still here
 */
export async function markTried(run) {
  const here = new Set(await store.change(run.map(seqOf), (filed) => ({ ...filed, tried: true })));
  const still = run.filter((kept) => here.has(seqOf(kept)));
  still.forEach(({ filed }) => (filed.tried = true));
  return still;
}

/** @param {Kept} kept */
export const seqOf = ({ filed }) => /** @type {number} */ (filed.seq);

/** @param {Kept[]} kept */
export const drop = (...kept) => store.change(kept.map(seqOf), () => null);

/**
 * Undoes an entry: what never left is simply gone; what left is undone by the server.
 * @param {Kept} kept
 * @returns {Promise<boolean>} whether it is gone already
 */
export async function undo(kept) {
  const untouched = (/** @type {Filed} */ filed) => filed.mark === 'waiting' && !filed.tried;
  const gone = await store.change([seqOf(kept)], (filed) => (untouched(filed) ? null : filed));
  if (gone.length) return true;
  await act('undo', kept.entry.id, kept.entry.answer?.state, kept.entry.label);
  return false;
}

/**
 * @param {'undo' | 'settlement'} type
 * @param {string} of id of the gesture
 * @param {string | undefined} state that it was last known in
 * @param {Entry['label']} label
 */
export const act = (type, of, state, label) =>
  add({ type, of, state, body: {}, label, judged: null });

/** Forgets what was received more than a day ago. */
export async function prune() {
  const old = Date.now() - REMEMBERED_MS;
  const stale = (await all()).filter(({ filed }) => filed.mark === 'received' && filed.at < old);
  await drop(...stale);
}
