// One way to the server. What it answers is a value; only code that reads the status judges it.

import * as clock from './clock.js';

/** @typedef {import('./types').Answer} Answer */

const PATIENCE_MS = 15_000;
const TRY_AGAIN = [408, 425, 429];

let language = 'sv';

/** @param {string} code in which reasons are to come */
export const speak = (code) => (language = code);

/** @type {(reached: boolean) => void} */
let report = () => {};

/** @param {typeof report} listener hears of every call whether Leeway answered */
export const onReach = (listener) => (report = listener);

/**
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {any} [body]
 * @param {string} [key] Idempotency-Key
 * @returns {Promise<Answer>}
 */
export async function call(method, path, body, key) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json', 'Accept-Language': language };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = await read(response);
    report(answer.status !== 0);
    return answer;
  } catch {
    report(false);
    return { status: 0, body: null, retryAfterMs: 0 };
  }
}

/**
 * A page of some network's own, whatever its status, means nothing: only our JSON counts.
 * @param {Response} response
 */
async function read(response) {
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  const body = isJson ? await response.json() : null;
  if (body) clock.note(response.headers.get('Date'));
  const retryAfterMs = 1000 * Number(response.headers.get('Retry-After') ?? 0) || 0;
  const isOurs = body || response.status === 401;
  return { status: isOurs ? response.status : 0, body, retryAfterMs };
}

/**
 * What an answer means for an entry.
 * @param {{status: number, body: any}} answer
 * @returns {import('./types').Fate}
 */
export function fate({ status, body }) {
  if (status === 401) return 'sign-in';
  if (status >= 200 && status < 300) return 'received';
  if (body?.code === 'refused') return 'received';
  const isFinal = status >= 400 && status < 500 && !TRY_AGAIN.includes(status);
  return isFinal && body?.code && body.code !== 'in-flight' ? 'look' : 'later';
}
