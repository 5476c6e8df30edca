// IndexedDB, as little of it as is needed. `entries` is the outbox, `things` holds single values.

/** @typedef {import('./types').Filed} Filed */

const NAME = 'leeway-tap';

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('things');
      const entries = { keyPath: 'seq', autoIncrement: true };
      request.result.createObjectStore('entries', entries).createIndex('owner', 'owner');
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

/**
 * Runs one transaction; the promise is kept only when the disk has it.
 * @template T
 * @param {'entries' | 'things'} name
 * @param {IDBTransactionMode} mode
 * @param {(objects: IDBObjectStore) => IDBRequest<T> | void} work
 * @returns {Promise<T>}
 */
async function inTransaction(name, mode, work) {
  const db = await database();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(name, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(/** @type {T} */ (request && request.result));
    transaction.onabort = () => reject(transaction.error ?? (request && request.error));
  });
}

/** @param {string} name @returns {Promise<any>} */
export const get = (name) => inTransaction('things', 'readonly', (things) => things.get(name));

/** @param {string} name @param {any} value */
export const put = (name, value) =>
  inTransaction('things', 'readwrite', (things) => things.put(value, name));

/** @param {...string} names */
export const remove = (...names) =>
  inTransaction('things', 'readwrite', (things) => names.forEach((name) => things.delete(name)));

/**
 * Files entries, new ones and changed ones, all or none.
 * @param {...Filed} filed a new one gets its place in the order
 */
export const file = (...filed) =>
  inTransaction('entries', 'readwrite', (entries) => {
    for (const one of filed) {
      entries.put(one).onsuccess = (event) => {
        one.seq = /** @type {IDBRequest<number>} */ (event.target).result;
      };
    }
  });

/**
 * Changes entries where they lie, decided in one transaction; those that are gone stay gone.
 * @param {number[]} seqs
 * @param {(filed: Filed) => Filed | null} how the same: leave it, null: delete it
 * @returns {Promise<number[]>} those it changed or deleted
 */
export async function change(seqs, how) {
  /** @type {number[]} */
  const changed = [];
  await inTransaction('entries', 'readwrite', (entries) => {
    for (const seq of seqs) {
      const request = entries.get(seq);
      request.onsuccess = () => {
        const next = request.result && how(request.result);
        if (next === request.result) return;
        changed.push(seq);
        if (next) entries.put(next);
        else entries.delete(seq);
      };
    }
  });
  return changed;
}

/** @param {string} owner @returns {Promise<Filed[]>} in order */
export const filedBy = (owner) =>
  inTransaction('entries', 'readonly', (entries) => entries.index('owner').getAll(owner));

/** Those of everybody. @returns {Promise<Filed[]>} */
export const filedAll = () => inTransaction('entries', 'readonly', (entries) => entries.getAll());

/** How many entries lie here, whosoever. @returns {Promise<number>} */
export const countAll = () => inTransaction('entries', 'readonly', (entries) => entries.count());
