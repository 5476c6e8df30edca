// One way to the server. What it answers is a value; only code that reads the status judges it.

import * as clock from './clock.js';
import { isProblem, retryAfter } from './fates.js';

/** @typedef {import('./types').Answer} Answer */

const PATIENCE_MS = 15_000;

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
 * What is not in the shape of our answers means nothing, whatever its status: a network that lets
 * nobody out yet answers in our place.
 * @param {Response} response
 * @returns {Promise<Answer>}
 */
async function read(response) {
  const { ok, status, headers } = response;
  const type = headers.get('Content-Type') ?? '';
  const body = /json/.test(type) ? await response.json() : null;
  const isOurs = ok ? body !== null : status === 401 || isProblem(type, status, body);
  if (!isOurs) return { status: 0, body: null, retryAfterMs: 0 };
  if (body) clock.note(headers.get('Date'));
  return { status, body, retryAfterMs: retryAfter(headers.get('Retry-After'), clock.now()) };
}
