// From what somebody chose to what the API is told.

import * as clock from './clock.js';
import { toMinor, toMoney } from './money.js';
import { state } from './state.js';

/**
 * @param {import('./types').Draft} draft
 * @param {boolean} done it has happened; otherwise it is asked
 */
export function bodyOf(draft, done) {
  const { kind, customer, bends } = draft;
  const currency = state.leeway?.currency ?? '';
  return {
    kind: kind.code,
    done,
    ...(kind.model === 'entered' && { cost: toMoney(draft.costMinor ?? 0, currency) }),
    ...(/time|travel/.test(kind.model) && { minutes: draft.minutes }),
    ...(kind.model === 'travel' && { distanceKm: draft.km }),
    ...(customer && { customer: customer.code }),
    ...(bends.length && { bends }),
    ...(draft.occasion && { occasion: draft.occasion }),
    ...(draft.visit && { visit: draft.visit }),
    ...(done && { occurredAt: new Date(happened(draft)).toISOString() }),
    ...(done && draft.lateReason && { lateReason: draft.lateReason }),
    ...(!done && draft.waiting && { customerWaiting: draft.waiting }),
    ...(!done && draft.plannedFor && { plannedFor: new Date(draft.plannedFor).toISOString() }),
  };
}

/** @param {import('./types').Draft} draft @returns {number} milliseconds, by the right clock */
function happened({ minutesAgo, happenedAt }) {
  if (happenedAt) return Math.min(Date.parse(happenedAt), clock.now());
  return clock.now() - minutesAgo * 60_000;
}

/**
 * Nothing chosen yet but what the person chose last time for this kind.
 * @param {import('./types').Kind} kind
 * @returns {import('./types').Draft}
 */
export function draftOf(kind) {
  const usual = state.habits[kind.code];
  return {
    kind,
    costMinor: null,
    minutes: usual?.minutes ?? null,
    km: usual?.km ?? null,
    customer: kind.customer === 'required' ? undefined : null,
    minutesAgo: 0,
    happenedAt: null,
    lateReason: null,
    plannedFor: null,
    bends: [],
    occasion: '',
    visit: '',
    waiting: null,
  };
}

/**
 * What was said of when, for whom and why, whatever was done.
 * @param {import('./types').Entry} entry
 * @returns {Partial<import('./types').Draft>}
 */
export const carriedFrom = ({ body, label }) => ({
  customer: body.customer ? { code: body.customer, name: label.customer ?? body.customer } : null,
  happenedAt: body.occurredAt ?? null,
  plannedFor: body.plannedFor ?? null,
  bends: body.bends ?? [],
  occasion: body.occasion ?? '',
  visit: body.visit ?? '',
});

/**
 * An entry as it was chosen, to be chosen otherwise.
 * @param {import('./types').Kind} kind
 * @param {import('./types').Entry} entry
 * @returns {import('./types').Draft}
 */
export const draftFrom = (kind, entry) => ({
  ...draftOf(kind),
  ...carriedFrom(entry),
  costMinor: entry.body.cost ? toMinor(entry.body.cost.amount, entry.body.cost.currency) : null,
  minutes: entry.body.minutes ?? null,
  km: entry.body.distanceKm ?? null,
});
