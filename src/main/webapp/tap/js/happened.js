// Something happened and nothing was given: two taps, so that gestures have something to be held against.

import * as clock from './clock.js';
import { find, sheet } from './customers.js';
import { chips, h, icon } from './dom.js';
import { note } from './logging.js';
import { state } from './state.js';
import { pick, say } from './words.js';

const RECENT_CHIPS = 3;

/** The way in, below the tiles; nothing where the company names no incidents. */
export const happenedButton = () =>
  (state.leeway?.incidents ?? []).length > 0 &&
  h('button', { id: 'nothing-given', class: 'ghost nothing-given', type: 'button', onclick: ask },
    icon('flag'), say('nothing'));

function ask() {
  /** @type {import('./types').Customer | null} */
  let customer = null;
  const who = h('div', {});
  const results = h('div', { class: 'results', role: 'status' });
  const field = h('input', {
    type: 'search', id: 'nothing-find', 'aria-label': say('findHint'), placeholder: say('findHint'), autocomplete: 'off',
    oninput: () => find(field.value.trim(), results, (one) => take(one)),
  });
  const take = (/** @type {import('./types').Customer | null} */ one) => {
    customer = one;
    field.value = '';
    results.replaceChildren();
    const recents = state.recents.filter(({ code }) => code !== one?.code);
    const people = one ? [one, ...recents] : recents;
    who.replaceChildren(chips({
      name: 'nothing-customer', legend: say('customer'), value: one?.code ?? '',
      options: [{ value: '', text: say('nobody') }, ...people.slice(0, RECENT_CHIPS).map(({ code, name }) => ({ value: code, text: name }))],
      onpick: (code) => take(people.find((person) => person.code === code) ?? null),
    }));
  };
  take(null);
  const dialog = sheet(say('nothing.title'), who, field, results,
    h('div', { class: 'incidents' }, (state.leeway?.incidents ?? []).map(({ code, name }) =>
      h('button', { class: 'tile', type: 'button', 'data-incident': code, onclick: () => {
        dialog.close();
        note({
          type: 'happening',
          body: { incident: code, ...(customer && { customer: customer.code }), occurredAt: new Date(clock.now()).toISOString() },
          label: { kind: code, name, costMinor: null, customer: customer?.name ?? null },
          judged: null,
        });
      } }, h('b', {}, pick(name))))));
}
