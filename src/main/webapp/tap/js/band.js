// The answer, over the full width, in colour, icon and words; and beside it the one thing to do.

import { $, h, icon, show } from './dom.js';
import { costOf, missing } from './judge.js';
import { canUndo, kinds } from './kinds.js';
import { log, undoLast, UNDO_MS } from './logging.js';
import { toMinor } from './money.js';
import { reasonOf, waysOf } from './look.js';
import { markOf } from './marks.js';
import { judgementOf } from './preview.js';
import { change, state } from './state.js';
import { otherwise } from './waiting.js';
import { amount, period, pick, say, whoOrBoss } from './words.js';

/** @typedef {import('./types').Judgement} Judgement */
/** @typedef {import('./types').Kept} Kept */
/** @typedef {{tone: string, icon: string, title: string, lines: (string | null | false | undefined)[], mark?: any, acts: Act[]}} Band */
/** @typedef {{id: string, text: string, onclick: () => void, main?: boolean, off?: boolean}} Act */

const ICONS = { GO: 'check', GO_AND_TELL: 'eye', ASK: 'ask', STOP: 'stop' };
/** A second tap of a double tap on Log must not undo what the first one logged. */
const DEAF_MS = 800;

export function band() {
  const [heard] = state.heard;
  const now = state.draft ? choosing(state.draft) : heard ?? (state.last ? logged(state.last) : idle());
  const place = $('answer');
  place.dataset.tone = state.alarm ? 'STOP' : now.tone;
  place.dataset.entry = state.draft ? '' : (heard?.id ?? state.last?.id ?? '');
  const title = state.alarm ? say(state.alarm) : now.title;
  const { mark, acts } = now;
  const lines = state.alarm ? [] : now.lines;
  const picture = state.alarm ? 'stop' : now.icon;
  show($('answer-words'), [picture, title, lines, mark], () => [
    icon(picture),
    h('div', {}, h('b', {}, title), lines.some(Boolean) && h('p', {}, lines.filter(Boolean).join(' ')),
      mark && h('p', { class: 'mark', 'data-mark': mark.kind }, icon(mark.icon), mark.text)),
  ]);
  show($('answer-acts'), acts.map(({ id, text, off }) => [id, text, off]), () => acts.map(button));
}

/** @param {Act} act */
const button = ({ id, text, onclick, main, off }) =>
  h('button', { id, type: 'button', class: main ? 'main' : 'second', disabled: off, onclick }, text);

/** @returns {Band} */
const idle = () => ({
  tone: 'idle', icon: 'tap', title: say('choose'), lines: [say('chooseHint')], acts: [],
});

/** @param {import('./types').Draft} draft @returns {Band} */
function choosing(draft) {
  const lacking = missing(draft) ?? (draft.plannedFor === '' ? 'when' : null);
  const judged = state.judgement;
  if (lacking || !judged) {
    const title = say(lacking ? `missing.${lacking}` : 'choose');
    const acts = [{ id: 'log', text: say('log'), onclick: () => {}, main: true, off: true }];
    return { tone: 'idle', icon: 'tap', title, lines: [room()], acts };
  }
  const cost = amount(costOf(draft) ?? 0, state.leeway?.currency ?? '');
  const lines = [sentence(judged), otherwise(draft.waiting, judged), left('after', judged), judged.preliminary ? say('preliminary') : null];
  if (judged.unknown) return { ...later(), acts: actsFor(draft, judged) };
  return {
    tone: judged.outcome,
    icon: ICONS[judged.outcome],
    title: titleOf(isOnlyDone(draft) ? 'will' : 'say', judged),
    lines: /time|travel/.test(draft.kind.model) ? [`${cost}.`, ...lines] : lines,
    acts: actsFor(draft, judged),
  };
}

/** It can be logged, and only the server can say what holds. */
const later = () => ({ tone: 'idle', icon: 'tap', title: say('later'), lines: [say('later.hint')] });

/** How much there is before anything is said. */
function room() {
  const own = state.leeway?.headroom.find((one) => one.own);
  if (!own || !state.leeway) return null;
  return left('leftNow', { left: { minor: toMinor(own.left.amount, own.left.currency), per: own.per } });
}

/** @param {import('./types').Draft} draft @param {Judgement} judged @returns {Act[]} */
function actsFor(draft, { outcome, who }) {
  const { plannedFor } = draft;
  const text = state.correcting ? say('correct') : say('log');
  const done = { id: 'log', text, onclick: () => log(true), main: true };
  if (isOnlyDone(draft) || (outcome !== 'ASK' && outcome !== 'STOP' && !plannedFor)) return [done];
  const asks = outcome === 'ASK' ? (who ? say('askFirst', { who }) : say('askFirstNobody')) : say('plan');
  const ask = {
    id: 'ask', text: outcome === 'STOP' ? say('noteNo') : asks, onclick: () => log(false),
    main: outcome !== 'STOP',
  };
  const happened = { id: 'happened', text: say('happened'), onclick: () => log(true) };
  return plannedFor ? [ask] : [happened, ask];
}

/** It lies in the past, or nobody is named: there is nothing to ask, only to note. @param {import('./types').Draft} draft */
const isOnlyDone = ({ minutesAgo, happenedAt, plannedFor, customer, kind }) =>
  !plannedFor && (minutesAgo > 0 || happenedAt !== null || (!customer && kind.customer === 'required'));

/** @param {'say' | 'did' | 'will'} tense @param {Judgement} judged */
function titleOf(tense, { outcome, who }) {
  if (tense === 'will' && outcome === 'ASK') return say('will.ASK', { who: who ?? say('somebody') });
  if (tense === 'say' && outcome === 'ASK' && !who) return say('askFirstNobody');
  const key = tense === 'will' && outcome !== 'STOP' ? 'say' : tense;
  return say(`${key}.${outcome}`, { who: whoOrBoss(who) });
}

/** @param {Judgement} judged */
const sentence = ({ sentence: said, outcome }) => said ?? (outcome === 'GO' ? say('why.within') : null);

/** @param {'after' | 'leftNow'} key @param {Partial<Judgement>} judged */
const left = (key, judged) =>
  judged.left && judged.outcome !== 'STOP' &&
  say(key, {
    amount: amount(judged.left.minor, state.leeway?.currency ?? ''), per: period(judged.left.per),
  });

/** @param {import('./state.js').Last} last @returns {Band} */
function logged(last) {
  if (last.undone) return { ...idle(), tone: 'idle', icon: 'undo', title: say('undone') };
  const kept = state.kept.find((one) => one.entry.id === last.id) ?? last.kept;
  if (!kept) return idle();
  const { answer, judged, body } = kept.entry;
  if (kept.filed.mark === 'look') return stuck(kept);
  const { noted } = kinds[kept.entry.type];
  if (noted) {
    const acts = canUndo(kept) ? undoAct(last) : [];
    return { tone: 'GO', icon: 'check', title: say(noted), lines: [pick(kept.entry.label.name)], mark: markOf(kept), acts };
  }
  const said = answer?.verdict ? judgementOf(answer) : judged;
  if (said?.unknown) return { ...later(), icon: 'check', title: say('nothing.noted'), mark: markOf(kept), acts: undoAct(last) };
  const outcome = said?.outcome ?? 'GO';
  const lines = [said && sentence(said)];
  if (said) lines.push(otherwise(body.customerWaiting, said), left('leftNow', said), said.preliminary ? say('preliminary') : null);
  return {
    tone: outcome,
    icon: ICONS[outcome],
    title: titleAfter(said, body, answer?.state, kept.filed.mark),
    lines,
    mark: markOf(kept),
    acts: undoAct(last, answer?.state),
  };
}

/** What the server did not take, and the first way on; the others stand in the list. @param {Kept} kept @returns {Band} */
function stuck(kept) {
  const [way] = waysOf(kept);
  const acts = [{ ...way, id: 'way', main: true }];
  return { tone: 'ASK', icon: 'flag', title: say('look.title'), lines: [reasonOf(kept.entry)], mark: markOf(kept), acts };
}

/** @param {Judgement | null} said @param {any} body @param {string} [gestureState] @param {string} [mark] */
function titleAfter(said, body, gestureState, mark) {
  if (!said) return say('did.GO');
  if (body.done) return titleOf('did', said);
  if (said.outcome === 'ASK' && mark === 'waiting' && !state.online) return say('willAsk');
  if (said.outcome === 'ASK') return say('asked', { who: said.who ?? say('somebody') });
  return gestureState === 'held' || body.plannedFor ? say('planned') : titleOf('say', said);
}

/** @param {import('./state.js').Last} last @param {string} [gestureState] @returns {Act[]} */
function undoAct(last, gestureState) {
  const seconds = Math.ceil((last.until - Date.now()) / 1000);
  if (seconds <= 0 || /refused|released|expired|reversed/.test(gestureState ?? '')) return [];
  return [{ id: 'undo', text: say('undo'), onclick: undoUnlessDoubleTap }];
}

function undoUnlessDoubleTap() {
  const loggedAt = (state.last?.until ?? 0) - UNDO_MS;
  if (Date.now() - loggedAt > DEAF_MS) undoLast();
}

/** Once a second: how long Undo is still there, and then it is not. */
export function tick() {
  const { last } = state;
  if (!last) return;
  const seconds = Math.ceil((last.until - Date.now()) / 1000);
  const undo = document.getElementById('undo');
  if (seconds <= 0) change({ last: null });
  else if (undo) undo.textContent = say('undoIn', { n: seconds });
}
