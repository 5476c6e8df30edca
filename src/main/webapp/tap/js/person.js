// Who the tablet belongs to just now, and what it keeps sealed for them.

import { call } from './api.js';
import { disagree } from './push.js';
import { keyFrom, seal, unseal } from './seal.js';
import * as store from './store.js';

const SEALED = ['leeway', 'recents', 'order', 'shift', 'habits'];
const TRUSTED_MS = 30_000;
const SHIFT_MS = 12 * 3_600_000;

/** @type {{user: string, owner: string, key: CryptoKey, seenAt: number} | null} */
let current = null;
let confirmedAt = 0;

export const me = () => current;

/** Takes up the person whose key is still here. */
export async function recall() {
  current = (await store.get('key')) ?? null;
  return current;
}

/** Whether the server has not confirmed this person for longer than any shift lasts. */
export const isStale = () => current !== null && Date.now() - current.seenAt > SHIFT_MS;

/**
 * Makes the tablet that of the person whom the server says is signed in.
 * @param {string} user
 * @returns {Promise<import('./types').Fate>}
 */
export async function become(user) {
  if (current?.user !== user) {
    await forget();
    const answer = await call('GET', '/me/tablet-key');
    if (answer.status === 401) return 'sign-in';
    if (answer.body?.person !== user) return 'later';
    current = { user, ...(await keyFrom(answer.body.key)), seenAt: Date.now() };
  }
  confirmedAt = Date.now();
  current = { .../** @type {NonNullable<typeof current>} */ (current), seenAt: confirmedAt };
  await store.put('key', current);
  return 'received';
}

/**
 * Whether what is sent now would be sent as the person whose entries these are: somebody else may
 * have signed in beside us, and entries never go out in another's name.
 * @returns {Promise<'mine' | 'other' | 'sign-in' | 'later'>}
 */
export async function confirm() {
  if (Date.now() - confirmedAt < TRUSTED_MS) return 'mine';
  const answer = await call('GET', '/me');
  if (answer.status === 401) return 'sign-in';
  if (answer.status !== 200 || !answer.body?.user) return 'later';
  if (answer.body.user !== current?.user) return 'other';
  confirmedAt = Date.now();
  return 'mine';
}

/** The next sending asks again who is signed in. */
export const doubt = () => (confirmedAt = 0);

/** Leaves nothing readable: entries that were not received stay, sealed, and the key goes. */
export async function forget() {
  const filed = current ? await store.filedBy(current.owner) : [];
  current = null;
  doubt();
  const seqs = filed.map(({ seq }) => /** @type {number} */ (seq));
  await store.change(seqs, (one) => (one.mark === 'received' ? null : one));
  await store.remove('key', ...SEALED);
  await disagree().catch((reason) => console.warn('still told here', reason));
}

/** @param {'leeway' | 'recents' | 'order' | 'shift' | 'habits'} name @param {any} value */
export async function keep(name, value) {
  if (current) await store.put(name, await seal(current.key, value));
}

/** @param {'leeway' | 'recents' | 'order' | 'shift' | 'habits'} name @returns {Promise<any>} */
export async function kept(name) {
  const sealed = current && (await store.get(name));
  return sealed && current ? unseal(current.key, sealed).catch(() => null) : null;
}
