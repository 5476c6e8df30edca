// What the person did on this tablet, in order, until the server has it (and a day longer).

import { call } from './api.js';
import * as clock from './clock.js';
import { me } from './person.js';
import { base64Of, bytesOf, formerKey, ownerOf, seal, sealFor, unseal } from './seal.js';
import * as store from './store.js';
import { uuid7 } from './uuid7.js';

/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').Filed} Filed */
/** @typedef {import('./types').Kept} Kept */

const REMEMBERED_MS = 24 * 3_600_000;
/** So many are opened with one call. */
const OPENED_MOST = 50;

/** Says "changed" to every page of this tablet, the one that speaks included. */
const channel = new BroadcastChannel('leeway-tap');
export const tell = () => channel.postMessage('changed');

/**
 * Saves an entry. When this returns, the disk has it; when it throws, nothing was saved.
 * @param {Omit<Entry, 'id' | 'at' | 'clockOffset'>} what
 * @returns {Promise<Kept>}
 */
export async function add(what) {
  const entry = { ...what, id: uuid7(), at: Date.now(), clockOffset: clock.offset() };
  const kept = { filed: /** @type {Filed} */ ({ tried: false, at: entry.at }), entry };
  await file(kept, 'waiting');
  return kept;
}

/**
 * Writes an entry down: once for this page, and until it is received once for the server, so that
 * it arrives when this page's key is gone.
 * @param {Kept} kept
 * @param {Filed['mark']} mark
 */
async function file({ filed, entry }, mark) {
  const owner = me();
  if (!owner) throw new Error('nobody is signed in');
  const [sealed, envelope] = await Promise.all([
    seal(owner.key, entry),
    mark === 'received' ? undefined : sealFor(owner.seal, entry),
  ]);
  Object.assign(filed, { id: entry.id, owner: owner.owner, mark, sealed, envelope });
  await store.file(filed);
}

/** The entries of this person, in order; those that only the server can open as what is known of them. @returns {Promise<Kept[]>} */
export async function all() {
  const owner = me();
  if (!owner) return [];
  const filed = await store.filedBy(owner.owner);
  return Promise.all(filed.map(async (one) => ({ filed: one, entry: await read(one, owner.key) })));
}

/** @param {Filed} filed @param {CryptoKey} key @returns {Promise<Entry>} */
async function read(filed, key) {
  const entry = filed.sealed && (await unseal(key, filed.sealed).catch(() => null));
  return entry ?? lockedEntry(filed);
}

/** @param {Filed} filed @returns {Entry} */
const lockedEntry = ({ id, at, mark, shut }) => ({
  id, at, type: 'gesture', locked: true, body: {}, clockOffset: 0, judged: null,
  label: { kind: '', name: { sv: '', en: '' }, costMinor: null, customer: null },
  ...(mark === 'look' && { problem: { code: shut ? 'not-opened' : 'locked' } }),
});

/** Whether only the server can say what it is. @param {Kept} kept */
export const isLocked = ({ filed, entry }) =>
  Boolean(entry.locked && filed.envelope && !filed.shut && filed.mark !== 'received');

/**
 * Has the server open what only it can, so that it is sent as what it is.
 * @param {Kept[]} locked not empty
 * @returns {Promise<import('./types').Answer>} 200: they are open, or need a look
 */
export async function open(locked) {
  const some = locked.slice(0, OPENED_MOST);
  const items = some.map(({ filed: { id, envelope } }) => ({ id, sealed: base64Of(/** @type {ArrayBuffer} */ (envelope)) }));
  const answer = await call('POST', '/me/sealing-key/open', { items });
  const opened = new Map([answer.body?.items ?? []].flat().map((one) => [one?.id, one]));
  if (answer.status === 200 && !opened.has(some[0].filed.id)) return { ...answer, status: 0 };
  for (const { filed } of some) {
    const item = opened.get(filed.id);
    const sealed = item?.entry && (await resealed(item.entry));
    if (item) await change(filed, sealed ? { sealed } : { mark: 'look', shut: true });
  }
  return answer;
}

/** @param {string} entry as JSON @returns {Promise<Filed['sealed']>} for this page to read */
async function resealed(entry) {
  const owner = me();
  return owner ? seal(owner.key, JSON.parse(entry)) : undefined;
}

/** Changes how an entry lies there, unless it is gone meanwhile. @param {Filed} filed @param {Partial<Filed>} how */
const change = (filed, how) => store.change([/** @type {number} */ (filed.seq)], (one) => ({ ...one, ...how }));

/**
 * Takes over what this person's page left here sealed with the key that the server gave in former
 * versions.
 */
export async function adopt() {
  const all = await store.filedAll();
  const former = all.filter(({ envelope, mark }) => !envelope && mark !== 'received');
  if (!former.length) return;
  const { body } = await call('GET', '/me/tablet-key');
  const owner = me();
  if (!body?.key || !owner) return;
  const bytes = bytesOf(body.key);
  const [name, key] = await Promise.all([ownerOf(bytes), formerKey(bytes)]);
  for (const filed of former.filter((one) => one.owner === name)) {
    try {
      const entry = await unseal(key, /** @type {any} */ (filed.sealed));
      const [sealed, envelope] = await Promise.all([seal(owner.key, entry), sealFor(owner.seal, entry)]);
      await change(filed, { owner: owner.owner, sealed, envelope });
    } catch (reason) {
      console.error('stays as it was sealed', filed.id, reason);
    }
  }
}

/**
 * Files an entry again after it changed.
 * @param {Kept} kept
 * @param {Partial<Entry>} change
 * @param {Filed['mark']} mark
 */
export async function refile(kept, change, mark = kept.filed.mark) {
  if (!me()) return;
  Object.assign(kept.entry, change);
  await file(kept, mark);
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
 * @param {import('./types').EntryType} type
 * @param {string} of id of the gesture
 * @param {string | undefined} state that it was last known in
 * @param {Entry['label']} label
 */
export const act = (type, of, state, label) =>
  add({ type, of, state, body: {}, label, judged: null });

/** Sends again what somebody was not allowed: by now they may be. */
export async function retry() {
  const refused = (await all()).filter(({ filed, entry }) => filed.mark === 'look' && isNoAccess(entry.problem?.code));
  for (const kept of refused) await refile(kept, { problem: undefined }, 'waiting');
}

/** @param {string | undefined} code */
export const isNoAccess = (code) => /^(not-allowed|outside-your-area|not-a-person-here)$/.test(code ?? '');

/** Has what could not be opened tried again. @param {Kept} kept */
export const unshut = ({ filed }) => change(filed, { mark: 'waiting', shut: false });

/** Forgets what was received more than a day ago, or can no longer be read: the server has it. */
export async function prune() {
  const old = Date.now() - REMEMBERED_MS;
  const stale = (await all()).filter(({ filed, entry }) => filed.mark === 'received' && (filed.at < old || entry.locked));
  await drop(...stale);
}
