// What an answer means for an entry. Only Leeway's own words decide: a network that lets nobody out
// yet answers in its place, with any status and any JSON.

/** Problems of Leeway's that sending again would not end: somebody has to look at them. */
const DECIDED = new Set([
  'invalid', 'unreadable', 'too-large', 'key-reused', 'not-allowed', 'outside-your-area',
  'not-a-person-here', 'not-found', 'wrong-state', 'changed-meanwhile', 'method-not-allowed',
  'not-acceptable', 'unsupported-media-type', 'step-up-needed',
]);

/**
 * @param {{status: number, body: any}} answer
 * @param {string} [id] that the answer has to be about
 * @returns {import('./types').Fate}
 */
export function fate({ status, body }, id) {
  if (status === 401) return 'sign-in';
  const isTaken = (status >= 200 && status < 300) || body?.code === 'refused';
  if (isTaken) return id && body?.id === id ? 'received' : 'later';
  return DECIDED.has(body?.code) ? 'look' : 'later';
}

/**
 * Whether a body is a problem as Leeway writes it.
 * @param {string} type media type
 * @param {number} status
 * @param {any} body
 */
export const isProblem = (type, status, body) =>
  /^application\/problem\+json/.test(type) && body?.status === status &&
  typeof body.code === 'string' && body.type === `/problems/${body.code}`;

/** Whatever the server asks for. */
export const LONGEST_MS = 15 * 60_000;

/**
 * When the server wants to hear of us again: seconds or a date, at most a quarter of an hour.
 * @param {string | null} header Retry-After
 * @param {number} now by the server's clock
 */
export function retryAfter(header, now) {
  const ms = /^\d+$/.test(header ?? '') ? 1000 * Number(header) : Date.parse(header ?? '') - now;
  return Math.min(LONGEST_MS, Math.max(0, ms || 0));
}
