// When it happened and which rule it bends: said only when it is not the usual.

import { chips, h } from './dom.js';
import { amend } from './preview.js';
import { state } from './state.js';
import { pick, say } from './words.js';

const AGO = [15, 30, 60];
const OCCASION_MOST = 500;
const VISIT_MOST = 80;
const LATE_REASON_MOST = 200;
const DAY_MS = 86_400_000;
const DAYS_BACK_MOST = 5 * 365;

export function whenAndWhy() {
  return [
    fold(say('whenTitle'), when()),
    fold(say('details'), text('visit', VISIT_MOST), text('occasion', OCCASION_MOST), bends()),
  ];
}

/** @param {Event} event */
const seen = ({ target }) =>
  /** @type {Element} */ (target).scrollIntoView({ block: 'nearest' });

/** One is open at a time. @param {string} title @param {...(Node | false)} content */
const fold = (title, ...content) =>
  h('details', { name: 'more', ontoggle: seen }, h('summary', {}, title), content);

function when() {
  const { happenedAt, plannedFor } = /** @type {import('./types').Draft} */ (state.draft);
  const said = happenedAt ?? plannedFor;
  const value = happenedAt ? 'happenedAt' : plannedFor ? 'plannedFor' : '0';
  const exact = h('input', {
    type: 'datetime-local', id: 'when-exact', hidden: true, 'aria-label': say('earlierExact'),
    onchange: () => happens({ [exact.dataset.sets ?? 'happenedAt']: exact.value }),
  });
  const reason = text('lateReason', LATE_REASON_MOST);
  reason.hidden = true;
  /** What lies further back than the company lets pass needs a reason. @param {Partial<import('./types').Draft>} patch */
  function happens(patch) {
    const isLongAgo = isOlder(patch.happenedAt ?? null);
    reason.hidden = !isLongAgo;
    const field = /** @type {HTMLInputElement} */ (reason.querySelector('input'));
    amend({ ...patch, lateReason: isLongAgo ? field.value.trim() : null });
  }
  const choice = chips({
    name: 'when', legend: say('when'), value,
    options: [
      { value: '0', text: say('now') },
      ...AGO.map((n) => ({ value: String(n), text: say(`ago.${n}`) })),
      { value: 'happenedAt', text: say('earlier') },
      { value: 'plannedFor', text: say('ahead') },
    ],
    onpick: (value) => {
      const isExact = Number.isNaN(Number(value));
      exact.hidden = !isExact;
      exact.dataset.sets = value;
      if (isExact) limit(exact, value);
      happens({
        minutesAgo: Number(value) || 0,
        happenedAt: value === 'happenedAt' ? exact.value : null,
        plannedFor: value === 'plannedFor' ? exact.value : null,
      });
    },
  }, exact);
  if (said) {
    exact.hidden = false;
    exact.dataset.sets = value;
    limit(exact, value);
    exact.value = local(Date.parse(said));
    reason.hidden = !isOlder(happenedAt ?? null);
  }
  choice.append(reason);
  return choice;
}

/** @param {string | null} happenedAt */
const isOlder = (happenedAt) =>
  Boolean(happenedAt) &&
  Date.parse(happenedAt ?? '') < Date.now() - (state.leeway?.lateWithinDays ?? DAYS_BACK_MOST) * DAY_MS;

/** As the field for day and time has it, in the tablet's own zone. @param {number} ms */
const local = (ms) => new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** Earlier begins yesterday at this hour, ahead begins tomorrow. @param {HTMLInputElement} exact @param {string} which */
function limit(exact, which) {
  const now = Date.now();
  exact.max = which === 'happenedAt' ? local(now) : local(now + 90 * DAY_MS);
  exact.min = local(which === 'happenedAt' ? now - DAYS_BACK_MOST * DAY_MS : now);
  exact.value = local(which === 'happenedAt' ? now - DAY_MS : now + DAY_MS);
}

function bends() {
  const { draft, leeway } = state;
  const usual = new Set(draft?.kind.bends.map(({ clause }) => clause));
  const others = (leeway?.clauses ?? []).filter(({ clause }) => !usual.has(clause));
  const chip = (/** @type {import('./types').Clause} */ { clause, text: words }) =>
    h('label', { class: 'chip' },
      h('input', { type: 'checkbox', name: 'bends', value: clause, checked: Boolean(draft?.bends.includes(clause)), onchange: pickClauses }),
      h('span', {}, pick(words)));
  const choice = h('fieldset', { class: 'choice bends' },
    h('legend', {}, say('bends')), h('div', { class: 'chips' }, others.map(chip)));
  function pickClauses() {
    const on = choice.querySelectorAll('input:checked');
    amend({ bends: Array.from(on, (input) => /** @type {HTMLInputElement} */ (input).value) });
  }
  return others.length > 0 && choice;
}

/** @param {'visit' | 'occasion' | 'lateReason'} name @param {number} most */
const text = (name, most) =>
  h('label', { class: 'text' }, h('span', {}, say(name)),
    h('input', {
      name, maxlength: most, value: state.draft?.[name], autocomplete: 'off', enterkeyhint: 'done',
      onchange: (/** @type {any} */ event) => amend({ [name]: event.target.value.trim() }),
    }));
