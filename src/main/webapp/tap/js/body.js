// From what somebody chose to what the API is told.

import * as clock from './clock.js';
import { toMoney } from './money.js';
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
