// What the rules of the day say, without asking the server. Preliminary: only the server has seen
// what everybody else did.

import { toMinor } from './money.js';

/** @typedef {import('./types').Draft} Draft */
/** @typedef {import('./types').Kind} Kind */
/** @typedef {import('./types').Outcome} Outcome */

const STRICTNESS = ['GO', 'GO_AND_TELL', 'ASK', 'STOP'];

/**
 * What it will cost, as far as said.
 * @param {Draft} draft
 * @returns {number | null} minor units
 */
export function costOf({ kind, costMinor, minutes, km }) {
  const minor = (/** @type {import('./types').Money | null | undefined} */ money) =>
    money ? toMinor(money.amount, money.currency) : 0;
  if (kind.model === 'preset') return minor(kind.cost);
  if (kind.model === 'entered') return costMinor;
  if (minutes === null || !kind.ratePerHour || (kind.model === 'travel' && km === null)) return null;
  return Math.round((minor(kind.ratePerHour) * minutes) / 60 + minor(kind.perKm) * (km ?? 0));
}

/**
 * The first thing that is still to be said.
 * @param {Draft} draft
 * @returns {'amount' | 'minutes' | 'km' | 'customer' | 'lateReason' | null}
 */
export function missing({ kind, costMinor, minutes, km, customer, lateReason }) {
  if (kind.model === 'entered' && !costMinor) return 'amount';
  if (/time|travel/.test(kind.model) && !minutes) return 'minutes';
  if (kind.model === 'travel' && km === null) return 'km';
  if (customer === undefined) return 'customer';
  return lateReason === '' ? 'lateReason' : null;
}

/**
 * The strictest thing that the rules say of a cost.
 * @param {Kind} kind
 * @param {number} costMinor
 * @param {object} facts
 * @param {string} facts.currency
 * @param {string[]} [facts.bends] clauses beyond those that the kind bends anyway
 * @param {import('./types').Clause[]} [facts.clauses]
 * @param {number} [facts.pendingMinor] what lies unsent on this tablet draws on budgets too
 * @param {boolean} [facts.nobody] nobody is named
 * @param {boolean} [facts.longAgo] it happened so long ago that a reason is needed
 * @returns {{outcome: Outcome, why: string, aboveMinor?: number, clause?: import('./types').Clause}}
 */
export function judge(kind, costMinor, facts) {
  const { bends = [], clauses = [], pendingMinor = 0, nobody = false, longAgo = false } = facts;
  const said = [{ outcome: /** @type {Outcome} */ ('GO'), why: 'within' }];
  for (const { above, outcome, type } of kind.bounds) {
    const aboveMinor = above === null ? -1 : toMinor(above, facts.currency);
    const isBudget = type === 'budget';
    if (costMinor + (isBudget ? pendingMinor : 0) <= aboveMinor) continue;
    const why = isBudget ? 'budget' : aboveMinor <= 0 ? 'always' : 'above';
    said.push(/** @type {any} */ ({ outcome, why, aboveMinor }));
  }
  for (const clause of clauses.filter((one) => bends.includes(one.clause))) {
    if (clause.bendable === 'never') said.push(clauseSays('STOP', 'never', clause));
    if (clause.bendable === 'approval') said.push(clauseSays('ASK', 'approval', clause));
  }
  if (nobody && kind.customer === 'required') said.push({ outcome: 'ASK', why: 'nobody' });
  if (longAgo) said.push({ outcome: 'ASK', why: 'longAgo' });
  return said.reduce((worst, one) => (strictness(one) > strictness(worst) ? one : worst));
}

/** @param {Outcome} outcome @param {string} why @param {import('./types').Clause} clause */
const clauseSays = (outcome, why, clause) => ({ outcome, why, clause });

/** @param {{outcome: Outcome}} said */
const strictness = ({ outcome }) => STRICTNESS.indexOf(outcome);
