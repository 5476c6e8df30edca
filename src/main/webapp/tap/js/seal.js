// What a shared tablet keeps of a person is sealed with a key that only their sign-in brings.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * @param {string} base64 32 bytes from GET /me/tablet-key
 * @returns {Promise<{owner: string, key: CryptoKey}>} a key that cannot be read out again, and a
 *     name for its owner that says nothing about them
 */
export async function keyFrom(base64) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const labelled = new Uint8Array([...encoder.encode('owner'), ...bytes]);
  const print = new Uint8Array(await crypto.subtle.digest('SHA-256', labelled));
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { owner: btoa(String.fromCharCode(...print.slice(0, 12))), key };
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
