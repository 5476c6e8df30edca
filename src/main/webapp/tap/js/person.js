// Who the tablet belongs to just now, and what it keeps sealed for them. On its disk lie only the
// public half of the person's key, which opens nothing, and the company's rules of the day.

import { call } from './api.js';
import * as keeper from './keeper.js';
import { disagree } from './push.js';
import { bytesOf, freshKey, ownerOf, publicKeyFrom, seal, unseal } from './seal.js';
import * as store from './store.js';

const CONVENIENCES = /** @type {const} */ (['recents', 'order', 'habits']);
const SEALED = ['leeway', 'shift', ...CONVENIENCES];
const TRUSTED_MS = 30_000;

/**
 * @typedef {object} Known what lies on the disk
 * @property {string} owner
 * @property {Uint8Array} publicKey
 * @property {number} seenAt when the server last said that this person is signed in
 * @property {number} offlineForMs how long the page stays open without that
 * @property {boolean} [lapsed] they are to sign in again
 */

/** @type {(Known & {key: CryptoKey, seal: CryptoKey}) | null} */
let current = null;
let confirmedAt = 0;
let seenTick = 0;

export const me = () => current;

/** Takes up the person who is still signed in here, unless nobody has confirmed it for too long. */
export async function recall() {
  await clearFormer();
  /** @type {Known | undefined} */
  const known = await store.get('owner');
  if (!known) return null;
  const held = await keeper.keyOf(known.owner);
  await take(known, held ?? (await freshKey()));
  if (!isStale()) return current;
  await close();
  return null;
}

/** Of a page that stored its key: the key goes, and what the server has, which nobody can read any more. */
async function clearFormer() {
  if (!(await store.get('key'))) return;
  const seqs = (await store.filedAll()).map(({ seq }) => /** @type {number} */ (seq));
  await store.change(seqs, (one) => (one.mark === 'received' ? null : one));
  await store.remove('key', ...SEALED);
}

/** @param {Known} known @param {CryptoKey} key */
async function take(known, key) {
  current = { ...known, key, seal: await publicKeyFrom(known.publicKey) };
  seenTick = performance.now() - Math.max(0, Date.now() - known.seenAt);
  keeper.hold(known.owner, key);
}

/** Whether the server has not confirmed this person for longer than the company allows; a clock that is set back gains nothing. */
export function isStale() {
  if (!current) return false;
  const since = Math.max(Date.now() - current.seenAt, performance.now() - seenTick);
  return since > current.offlineForMs;
}

/** Who is signed in, as the server says it. */
const ask = () => call('GET', '/me/sealing-key');

/**
 * Makes the tablet that of the person who is signed in.
 * @param {string} user whose page is to be shown
 * @returns {Promise<import('./types').Fate | 'other'>} other: it was somebody else's until now
 */
export async function become(user) {
  const { status, body } = await ask();
  if (status === 401) return 'sign-in';
  if (body?.person !== user || !body.publicKey) return 'later';
  const publicKey = bytesOf(body.publicKey);
  const owner = await ownerOf(publicKey);
  const isOther = current !== null && current.owner !== owner;
  if (isOther) await forget();
  confirmedAt = Date.now();
  const known = { owner, publicKey, seenAt: confirmedAt, offlineForMs: body.offlineForSeconds * 1000 };
  if (!current) await take(known, await freshKey());
  else if (current.lapsed) await takeAnew(known);
  else await take(known, current.key);
  await store.put('owner', known);
  await store.remove('closed');
  return isOther ? 'other' : 'received';
}

/** Signed in again: a new key, and what is only convenient comes along. @param {Known} known */
async function takeAnew(known) {
  const values = await Promise.all(CONVENIENCES.map(kept));
  await take(known, await freshKey());
  await Promise.all(CONVENIENCES.map((name, i) => values[i] && keep(name, values[i])));
}

/** The server says that nobody is signed in any more. */
export async function lapse() {
  if (!current || current.lapsed) return;
  current.lapsed = true;
  const { owner, publicKey, seenAt, offlineForMs, lapsed } = current;
  await store.put('owner', { owner, publicKey, seenAt, offlineForMs, lapsed });
}

/**
 * Whether what is sent now would be sent as the person whose entries these are: somebody else may
 * have signed in beside us, and entries never go out in another's name.
 * @returns {Promise<'mine' | 'other' | 'sign-in' | 'later'>}
 */
export async function confirm() {
  if (Date.now() - confirmedAt < TRUSTED_MS) return 'mine';
  const { status, body } = await ask();
  if (status === 401) return 'sign-in';
  if (status !== 200 || !body?.publicKey) return 'later';
  if ((await ownerOf(bytesOf(body.publicKey))) !== current?.owner) return 'other';
  confirmedAt = Date.now();
  return 'mine';
}

/** The next sending asks again who is signed in. */
export const doubt = () => (confirmedAt = 0);

/** Leaves nothing readable: entries that were not received stay, sealed for the server, and the key goes. */
export async function forget() {
  const filed = current ? await store.filedBy(current.owner) : [];
  current = null;
  doubt();
  keeper.drop();
  const seqs = filed.map(({ seq }) => /** @type {number} */ (seq));
  await store.change(seqs, (one) => (one.mark === 'received' ? null : { ...one, sealed: undefined }));
  await store.remove('owner', 'rules', ...SEALED);
  await disagree().catch((reason) => console.warn('still told here', reason));
}

/** Without the server's word for too long: the same, until somebody signs in. */
export async function close() {
  await store.put('closed', true);
  await forget();
}

export const isClosed = () => store.get('closed');

/**
 * Keeps the company's rules of the day in clear, without anything of the person: who they are, what
 * their hour costs, what is left for them. With these the page works after the browser was ended.
 * @param {import('./types').Leeway} leeway
 */
export function keepRules({ person, asOf, zone, currency, kinds, clauses, incidents }) {
  const { language, hand, appearance } = person;
  const cut = kinds.map(({ code, name, category, model, customer, bends, cost, presets, perKm, bounds }) => ({
    code, name, category, model, customer, bends, cost, presets, perKm,
    bounds: bounds.filter(({ type }) => type !== 'budget'),
  }));
  const nobody = { user: '', name: '', at: '', language, hand, appearance };
  return store.put('rules', { hidden: true, person: nobody, asOf, zone, currency, headroom: [], kinds: cut, clauses, incidents });
}

/** @returns {Promise<import('./types').Leeway | undefined>} */
export const rules = () => store.get('rules');

/** @param {'leeway' | 'recents' | 'order' | 'shift' | 'habits'} name @param {any} value */
export async function keep(name, value) {
  if (current) await store.put(name, await seal(current.key, value));
}

/** @param {'leeway' | 'recents' | 'order' | 'shift' | 'habits'} name @returns {Promise<any>} */
export async function kept(name) {
  const sealed = current && (await store.get(name));
  return sealed && current ? unseal(current.key, sealed).catch(() => null) : null;
}
