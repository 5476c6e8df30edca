// A customer stands there: for how long they can, and what happens if nobody answers.

import { chips, show } from './dom.js';
import { toMinor } from './money.js';
import { amend } from './preview.js';
import { state } from './state.js';
import { amount, clockTime, say } from './words.js';

const MINUTES = [2, 5, 10];

/** Offered where it must be asked first and nothing else is said about when. */
export function waitChoice() {
  const place = document.getElementById('wait-choice');
  const { draft, judgement } = state;
  if (!place || !draft) return;
  const isNow = !draft.plannedFor && !draft.minutesAgo && !draft.happenedAt && draft.customer;
  const isOffered = Boolean(isNow && (judgement ? judgement.outcome === 'ASK' : draft.waiting));
  show(place, [isOffered, draft.waiting], () => isOffered ? [chips({
    name: 'waiting',
    legend: say('waiting'),
    value: String(draft.waiting ?? ''),
    options: [
      { value: '', text: say('waiting.no') },
      ...MINUTES.map((n) => ({ value: String(n), text: say('min', { n }) })),
    ],
    onpick: (value) => amend({ waiting: Number(value) || null }),
  })] : []);
}

/**
 * @param {number | null | undefined} minutes
 * @param {import('./types').Judgement} judged
 * @returns {string | null}
 */
export function otherwise(minutes, { otherwise: said }) {
  if (!minutes || !said) return null;
  const time = clockTime(Date.parse(said.dueAt));
  if (!said.now) return say('otherwise.nothing', { time });
  const { amount: now, currency } = said.now;
  return say('otherwise', { time, amount: amount(toMinor(now, currency), currency) });
}
