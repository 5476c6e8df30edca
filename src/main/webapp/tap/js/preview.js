// The judgement while somebody is still choosing: at once from the rules of the day, then the
// server's own.

import { call } from './api.js';
import { bodyOf } from './body.js';
import { costOf, judge, missing } from './judge.js';
import { kinds } from './kinds.js';
import { toMinor } from './money.js';
import { change, state } from './state.js';
import { amount, pick, say } from './words.js';

/** @typedef {import('./types').Judgement} Judgement */

const PAUSE_MS = 120;

/** What an hour of the person costs is not known here. @type {Judgement} */
const UNKNOWN = { outcome: 'GO', sentence: null, who: null, left: null, preliminary: true, unknown: true };
let timer = 0;

/** @param {Partial<import('./types').Draft>} patch */
export function amend(patch) {
  if (!state.draft) return;
  change({ draft: { ...state.draft, ...patch }, alarm: null });
  consider();
}

/** Judges the draft as it stands. */
export function consider() {
  clearTimeout(timer);
  const draft = state.draft;
  if (!draft || missing(draft) || draft.plannedFor === '') return change({ judgement: null });
  change({ judgement: { ...locally(draft), preliminary: !state.online } });
  timer = setTimeout(async () => {
    const answer = await call('POST', '/gestures/preview', bodyOf(draft, !draft.plannedFor && !draft.waiting));
    if (state.draft !== draft || !state.judgement) return;
    if (answer.status === 200) change({ judgement: judgementOf(answer.body) });
    else if (answer.status === 422) change({ judgement: refusal(answer.body, state.judgement) });
    else change({ judgement: { ...state.judgement, preliminary: true } });
  }, PAUSE_MS);
}

/**
 * What a preview or an answer says, as one sentence and one figure.
 * @param {any} body
 * @returns {Judgement}
 */
export function judgementOf({ verdict, headroom = [], approval }) {
  const room = headroom.find((/** @type {any} */ one) => one.own) ?? null;
  return {
    outcome: verdict.outcome,
    sentence: verdict.reasons?.[0]?.message ?? null,
    who: verdict.couldApprove?.[0]?.name?.split(' ')[0] ?? null,
    left: room && { minor: toMinor(room.left.amount, room.left.currency), per: room.per },
    preliminary: false,
    otherwise: approval && { dueAt: approval.dueAt, now: approval.fallback?.now ?? null },
  };
}

/** @param {any} problem @param {Judgement} before @returns {Judgement} */
const refusal = (problem, before) => ({
  ...before,
  sentence: problem.violations?.[0]?.message ?? problem.detail,
  unknown: false,
});

/** @param {import('./types').Draft} draft @returns {Judgement} */
function locally(draft) {
  const { currency, clauses } = leeway();
  const cost = costOf(draft);
  if (cost === null) return UNKNOWN;
  const pendingMinor = pending();
  const nobody = draft.customer === null;
  const longAgo = draft.lateReason !== null;
  const facts = { currency, clauses, bends: draft.bends, pendingMinor, nobody, longAgo };
  const said = judge(draft.kind, cost, facts);
  const tells = said.outcome === 'GO_AND_TELL' ? 'tell' : 'why';
  const own = leeway().headroom.find((one) => one.own);
  const left = own && toMinor(own.left.amount, currency) - pendingMinor - cost;
  return {
    outcome: said.outcome,
    sentence: say(`${tells}.${said.why}`, {
      amount: amount(said.aboveMinor ?? 0, currency),
      clause: said.clause ? pick(said.clause.text) : '',
    }),
    who: null,
    left: own && left !== undefined ? { minor: Math.max(0, left), per: own.per } : null,
    preliminary: true,
  };
}

/**
 * What a chip would come to, before it is picked.
 * @param {import('./types').Kind} kind
 * @param {number} costMinor
 */
export const outcomeOf = (kind, costMinor) =>
  judge(kind, costMinor, { currency: leeway().currency, pendingMinor: pending() }).outcome;

/** What lies unsent on this tablet, in minor units. */
export const pending = () =>
  state.kept
    .filter(({ filed, entry }) => filed.mark === 'waiting' && kinds[entry.type].judged)
    .reduce((sum, { entry }) => sum + (entry.label.costMinor ?? 0), 0);

const leeway = () => /** @type {import('./types').Leeway} */ (state.leeway);
