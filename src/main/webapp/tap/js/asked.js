// What became of what I asked: looked up while something of mine waits, and said at once.

import { call } from './api.js';
import { sheet } from './customers.js';
import { h } from './dom.js';
import { kinds } from './kinds.js';
import { toMinor } from './money.js';
import * as outbox from './outbox.js';
import { change, state } from './state.js';
import { amount, pick, say } from './words.js';

/** @typedef {{id: string, state: string, tone: string, icon: string, title: string, lines: string[], acts: import('./band.js').Act[]}} Heard */

const HURRY_MS = 15 * 60_000;
const CALM_MS = 15_000;
const OPEN = /waiting|questioned|countered/;

/** @type {Map<string, number>} the version last heard of, by id */
const known = new Map();
let busy = false;
let askedAt = 0;

/** Called every second: asks when something waits that may have been answered. */
export async function follow() {
  const mine = waiting();
  const still = document.visibilityState !== 'visible' || !state.online || state.lapsed;
  const pause = mine.some(({ at }) => Date.now() - at < HURRY_MS) ? 0 : CALM_MS;
  if (!mine.length || still || busy || Date.now() - askedAt < pause) return;
  busy = true;
  askedAt = Date.now();
  try {
    const { status, body, retryAfterMs } = await call('GET', '/approvals?view=asked&limit=50');
    askedAt += retryAfterMs;
    if (status !== 200 || !body.items) return;
    const open = new Map(body.items.map((/** @type {any} */ one) => [one.id, one.version]));
    for (const { id } of mine) {
      const isNews = !open.has(id) || (known.has(id) ? known.get(id) !== open.get(id) : open.get(id) > 1);
      if (isNews) await hear(id);
      else known.set(id, open.get(id));
    }
  } finally {
    busy = false;
  }
}

/** Mine that wait, from this tablet and from elsewhere. */
function waiting() {
  const kept = state.kept.filter(({ filed, entry }) => kinds[entry.type].judged && filed.mark === 'received');
  const here = new Set(kept.map(({ entry }) => entry.id));
  const isOver = (/** @type {string} */ id) => known.get(id) === Infinity;
  return [
    ...kept.filter(({ entry }) => entry.answer?.state === 'awaiting-approval')
      .map(({ entry }) => ({ id: entry.id, at: entry.at })),
    ...state.shift.rows.filter((row) => row.state === 'awaiting-approval' && !here.has(row.id))
      .map((row) => ({ id: row.id, at: Date.parse(row.receivedAt) })),
  ].filter(({ id }) => !isOver(id));
}

/** @param {string} id */
async function hear(id) {
  const { status, body } = await call('GET', `/approvals/${id}`);
  if (status === 404) known.set(id, Infinity);
  if (status !== 200 || !body.approval) return;
  const { approval, gesture } = body;
  const isOpen = OPEN.test(approval.state);
  known.set(id, isOpen ? approval.version : Infinity);
  const kept = state.kept.find(({ entry }) => entry.id === id);
  const now = gesture.gesture?.state ?? gesture.state;
  if (kept && !isOpen) await outbox.refile(kept, { answer: { ...kept.entry.answer, state: now } });
  const heard = said(body);
  const others = state.heard.filter((one) => one.id !== id);
  change({ heard: heard ? [...others, heard] : others });
  outbox.tell();
}

/** @param {string} id */
const forget = (id) => change({ heard: state.heard.filter((one) => one.id !== id) });

/** @param {any} detail of an exception @returns {Heard | null} null: nothing to say */
function said({ approval, decision, reason, log }) {
  const { id, offer } = approval;
  const last = log.at(-1) ?? {};
  const who = (decision ?? offer?.by ?? last).name?.split(' ')[0] ?? '';
  const money = (/** @type {any} */ one) => (one ? amount(toMinor(one.amount, one.currency), one.currency) : '');
  const kind = state.leeway?.kinds.find(({ code }) => code === approval.kind);
  const about = [kind ? pick(kind.name) : '', money(approval.asked)].join(' ');
  const comment = last.comment ? `“${last.comment}”` : '';
  const ok = [{ id: 'heard-ok', text: say('ok'), onclick: () => forget(id), main: true }];
  const heard = (/** @type {string} */ tone, /** @type {string} */ icon, /** @type {string} */ title, /** @type {string[]} */ lines, acts = ok) =>
    ({ id, state: approval.state, tone, icon, title, lines, acts });
  const why = reason && reason !== 'other' ? say(`reason.${reason}`) : '';
  switch (approval.state) {
    case 'approved': return heard('GO', 'check', say('heard.yes', { who }), [`${money(approval.granted)}.`, comment]);
    case 'declined': return heard('STOP', 'stop', say('heard.no', { who }), [why, comment, about]);
    case 'fallen-back': return heard('GO', 'check', say('heard.fell', { amount: money(approval.fallback ?? approval.granted) }), [say('heard.rest')]);
    case 'expired': return heard('STOP', 'stop', say('heard.expired'), [about]);
    case 'countered': return heard('ASK', 'ask', say('heard.offer', { who, amount: money(offer.amount) }), [otherKind(offer.kind), comment], [
      { id: 'heard-no', text: say('heard.noThanks'), onclick: () => answer(id, 'answer', say('heard.noThanks')) },
      { id: 'heard-take', text: say('heard.take'), onclick: () => answer(id, 'accept'), main: true },
    ]);
    case 'questioned': return heard('ASK', 'ask', say('heard.asks', { who }), [comment], [
      { id: 'heard-answer', text: say('heard.answer'), onclick: () => ask(id, last.comment), main: true },
    ]);
    default: return null;
  }
}

/** @param {string | null} code */
function otherKind(code) {
  const kind = code && state.leeway?.kinds.find((one) => one.code === code);
  return kind ? pick(kind.name) : '';
}

/** @param {string} id @param {string} question */
function ask(id, question) {
  const field = h('input', { id: 'answer-field', 'aria-label': say('heard.answer'), maxlength: 500, autocomplete: 'off', enterkeyhint: 'send', autofocus: true });
  const send = () => {
    if (!field.value.trim()) return field.focus();
    dialog.close();
    answer(id, 'answer', field.value.trim());
  };
  const button = h('button', { id: 'answer-send', class: 'main', type: 'button', onclick: send }, say('heard.send'));
  const dialog = sheet(question, h('label', { class: 'text' }, field), button);
}

/** @param {string} id @param {'accept' | 'answer'} verb @param {string} [comment] */
async function answer(id, verb, comment) {
  const { status, body } = await call('POST', `/approvals/${id}/${verb}`, comment ? { comment } : {}, crypto.randomUUID());
  const isTaken = status >= 200 && status < 300 && body.approval?.id === id;
  if (isTaken) forget(id);
  else if (status < 400) return change({ alarm: 'notSent' });
  known.set(id, 0);
  if (body?.approval && !OPEN.test(body.approval.state) || status >= 400) await hear(id);
}
