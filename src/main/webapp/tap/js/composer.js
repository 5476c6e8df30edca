// What is to be said of the chosen kind: how much, for whom, and if need be when and which rule.

import { customerChoice } from './customers.js';
import { $, chips, h, icon, show } from './dom.js';
import { spoken, toMinor, toMoney } from './money.js';
import { amend, outcomeOf } from './preview.js';
import { choose } from './logging.js';
import { state } from './state.js';
import { stepper } from './stepper.js';
import { amount, language, pick, say } from './words.js';
import { whenAndWhy } from './details.js';

/** @typedef {import('./types').Draft} Draft */
/** @typedef {import('./types').Kind} Kind */

const MINUTES = [5, 10, 15, 30, 60];
const KILOMETRES = [1, 3, 5, 10, 20];

export function composer() {
  const draft = state.draft;
  $('composer').hidden = !draft;
  show($('composer'), draft?.kind, () => (draft ? parts(draft) : []));
}

/** @param {Draft} draft */
function parts(draft) {
  const { kind } = draft;
  const close = () => choose(kind);
  return [
    h('div', { class: 'heading' },
      h('h2', {}, pick(kind.name)),
      h('button', { class: 'ghost round', type: 'button', 'aria-label': say('cancel'), onclick: close },
        icon('close'))),
    kind.bends.length > 0 && h('p', { class: 'quiet' },
      say('kindBends', { clauses: kind.bends.map(({ text }) => pick(text)).join(' · ') })),
    precedent(kind.code),
    kind.model === 'entered' && amounts(draft),
    /time|travel/.test(kind.model) && minutes(draft),
    kind.model === 'travel' && kilometres(draft),
    customerChoice(),
    kind.model === 'entered' && h('div', { id: 'wait-choice' }),
    ...whenAndWhy(),
  ];
}

/** What became of others like this, where enough is known. @param {string} code */
function precedent(code) {
  const known = state.precedents.find(({ kind }) => kind === code);
  return known && h('p', { class: 'quiet' }, say('precedent', /** @type {any} */ (known)));
}

/** @param {Draft} draft */
function amounts({ kind, costMinor }) {
  const { currency } = /** @type {import('./types').Leeway} */ (state.leeway);
  const minors = kind.presets.map((one) => toMinor(one.amount, currency));
  const mustAsk = (/** @type {number} */ minor) => /ASK|STOP/.test(outcomeOf(kind, minor));
  return stepper({
    name: 'amount',
    legend: say('amount'),
    exact: say('amountExact', { currency }),
    options: minors.map((minor) => ({
      value: minor,
      text: amount(minor, currency),
      note: mustAsk(minor) ? say('askFirstNobody') : null,
    })),
    value: costMinor,
    step: (minor) => toMinor(minor < toMinor('100', currency) ? '10' : minor < toMinor('500', currency) ? '50' : '100', currency),
    least: toMinor('1', currency),
    write: (minor) => spoken(minor, currency, language()).replace(/[^\d\s\u00a0,.]/g, '').trim(),
    read: (text) => toMinor(plain(text), currency),
    onpick: (minor) => amend({ costMinor: minor && toMinor(toMoney(minor, currency).amount, currency) }),
  });
}

/** @param {string} text `1 240,50` as people write it @returns {string} `1240.50` */
const plain = (text) => text.replace(/[^\d.,]/g, '').replace(/[,.](?=\d{3}(\D|$))/g, '').replace(',', '.');

/** @param {Draft} draft */
const minutes = ({ minutes: value }) =>
  stepper({
    name: 'minutes', legend: say('time'), exact: say('timeExact'), value, least: 1, most: 1440,
    options: MINUTES.map((n) => ({ value: n, text: say('min', { n }) })),
    step: () => 1,
    onpick: (n) => amend({ minutes: n }),
  });

/** @param {Draft} draft */
const kilometres = ({ km: value }) =>
  stepper({
    name: 'km', legend: say('distance'), exact: say('distanceExact'), value, least: 0, most: 2000,
    options: KILOMETRES.map((n) => ({ value: n, text: say('km', { n }) })),
    step: () => 1,
    onpick: (n) => amend({ km: n }),
  });
