// What the server did not take as it was: why, and how it goes on. Nothing of it is ever let go of
// but by the person themselves, and that is the last of the ways.

import { sheet } from './customers.js';
import { $, h } from './dom.js';
import { kinds } from './kinds.js';
import { again, correct, remove } from './logging.js';
import { isNoAccess } from './outbox.js';
import { state } from './state.js';
import { amount, clockTime, pick, say } from './words.js';

/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').Kept} Kept */
/** @typedef {{id: string, text: string, onclick: () => void}} Way */

/** Why, in the page's own words; what is wrong with a field is said by the server. @type {Record<string, string>} */
const REASONS = {
  'not-allowed': 'look.access', 'outside-your-area': 'look.access', 'not-a-person-here': 'look.access',
  'not-found': 'look.gone', 'wrong-state': 'look.state', 'changed-meanwhile': 'look.state',
  'key-reused': 'look.reused', 'not-opened': 'look.shut', locked: 'look.locked',
};

/** @param {Entry} entry that needs a look */
export function reasonOf({ problem }) {
  const field = problem?.violations?.[0]?.message;
  return field ?? say(REASONS[problem?.code] ?? 'look.unclear');
}

/** The best way first. @param {Kept} kept @returns {Way[]} */
export function waysOf(kept) {
  const { id, type, problem, locked } = kept.entry;
  const send = { id: `again-${id}`, text: say('again'), onclick: () => again(kept) };
  const mend = { id: `correct-${id}`, text: say('correct'), onclick: () => correct(kept) };
  const hand = { id: `hand-${id}`, text: say('hand.over'), onclick: () => handOver(kept) };
  const away = { id: `remove-${id}`, text: say('remove'), onclick: () => sureRemove(kept) };
  if (locked) return problem.code === 'locked' ? [] : [send, away];
  if (!kinds[type].judged) return [send, hand, away];
  return isNoAccess(problem?.code) ? [hand, send, mend, away] : [mend, hand, send, away];
}

/** The first tap asks, the second removes. @param {Kept} kept */
function sureRemove(kept) {
  const button = $(`remove-${kept.entry.id}`);
  if (button.dataset.sure) remove(kept);
  button.dataset.sure = 'yes';
  button.replaceChildren(say('removeSure'));
}

/** All that a manager needs to log it themselves, to be shown or sent on. @param {Kept} kept */
function handOver({ entry }) {
  const text = factsOf(entry);
  const told = h('p', { role: 'status', class: 'quiet' });
  const send = async () => {
    if (navigator.share) return navigator.share({ text }).catch(() => undefined);
    await navigator.clipboard.writeText(text);
    told.textContent = say('hand.copied');
  };
  sheet(say('hand.over'),
    h('p', {}, say('hand.hint')),
    h('p', { id: 'hand-facts', class: 'facts' }, text),
    h('div', { class: 'exits' },
      h('button', { id: 'hand-send', class: 'main', type: 'button', onclick: send },
        'share' in navigator ? say('hand.send') : say('hand.copy'))),
    told);
}

/** @param {Entry} entry @returns {string} a fact a line */
function factsOf(entry) {
  const { body, label, at, problem } = entry;
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
  const when = Date.parse(body.occurredAt ?? body.plannedFor ?? '') || at;
  const cost = label.costMinor === null ? '' : `, ${amount(label.costMinor, state.leeway?.currency ?? '')}`;
  return [
    `${state.leeway?.person.name ?? ''}, ${day.format(when)} ${clockTime(when)}`,
    pick(label.name) + cost,
    [label.customer, body.customer, body.visit].filter(Boolean).join(', '),
    body.occasion,
    problem?.violations?.[0]?.message,
    entry.id,
  ].filter(Boolean).join('\n');
}
