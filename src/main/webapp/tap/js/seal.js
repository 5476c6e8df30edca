// What a shared tablet keeps of a person is sealed. With the key of this sign-in, which lives in
// memory only, for what the page shows again; for the server, which alone has the other half of
// the person's key, for what waits to be sent.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const AES = { name: 'AES-GCM', length: 256 };
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const PURPOSE = encoder.encode('leeway tablet entry');

/** @param {string} base64 */
export const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/** @param {ArrayBuffer | Uint8Array} bytes */
export const base64Of = (bytes) =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));

/** A key for one sign-in: it cannot be read out, and is stored nowhere. @returns {Promise<CryptoKey>} */
export const freshKey = () => crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);

/** @param {Uint8Array} bytes of a public key, SPKI */
export const publicKeyFrom = (bytes) => crypto.subtle.importKey('spki', bytes, CURVE, false, []);

/**
 * A name for the owner of a key that says nothing about them.
 * @param {Uint8Array} bytes of the key
 */
export async function ownerOf(bytes) {
  const labelled = new Uint8Array([...encoder.encode('owner'), ...bytes]);
  const print = new Uint8Array(await crypto.subtle.digest('SHA-256', labelled));
  return base64Of(print.slice(0, 12));
}

/** @param {CryptoKey} key @param {any} value */
export async function seal(key, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const clear = encoder.encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, clear) };
}

/** @param {CryptoKey} key @param {{iv: BufferSource, data: ArrayBuffer}} sealed */
export async function unseal(key, { iv, data }) {
  const clear = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data);
  return JSON.parse(decoder.decode(clear));
}

/**
 * Seals something for the server, which this tablet cannot open again: a key pair of its own, the
 * secret it shares with the person's key, a key from that (HKDF), AES-GCM.
 * @param {CryptoKey} publicKey of the person
 * @param {any} value
 * @returns {Promise<ArrayBuffer>} point (65 bytes), iv (12 bytes), sealed text
 */
export async function sealFor(publicKey, value) {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, pair.privateKey, 256);
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const how = { name: 'HKDF', hash: 'SHA-256', salt: point, info: PURPOSE };
  const key = await crypto.subtle.deriveKey(how, secret, AES, false, ['encrypt']);
  const { iv, data } = await seal(key, value);
  return new Blob([point, iv, data]).arrayBuffer();
}

/**
 * The key that the server gave before it had one half of each: only for what was sealed then.
 * @param {Uint8Array} bytes 32, from GET /me/tablet-key
 */
export const formerKey = (bytes) => crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
