// The person's choices, kept with them and not with the tablet; and the way out.

import { call } from './api.js';
import { sheet } from './customers.js';
import { chips, h } from './dom.js';
import { keep } from './person.js';
import { signOut } from './door.js';
import { agree, disagree, pushState } from './push.js';
import { change, state } from './state.js';
import { load, say } from './words.js';

/** @typedef {Partial<Pick<import('./types').Person, 'language' | 'hand' | 'appearance'>>} Choices */

/** Chosen while there was no network. @type {Choices} */
let unsaid = {};

export function settings() {
  const { person } = /** @type {import('./types').Leeway} */ (state.leeway);
  const waits = state.kept.some(({ filed }) => filed.mark === 'waiting');
  const offer = state.installable;
  const push = h('span', {});
  offerPush(push);
  sheet(person.name || say('nameless'),
    choice('language', person.language, [['sv', 'Svenska'], ['en', 'English']]),
    choice('hand', person.hand, named('hand', ['left', 'right'])),
    choice('appearance', person.appearance, named('appearance', ['auto', 'light', 'dark'])),
    h('div', { class: 'exits' },
      ...(offer ? [h('button', { class: 'second', type: 'button', onclick: () => offer.prompt() }, say('install'))] : []),
      push,
      h('a', { class: 'button second', href: '/' }, say('desk')),
      h('button', { id: 'sign-out', class: 'second', type: 'button', onclick: signOut }, say('signOut')),
      waits ? h('p', { class: 'quiet' }, say('signOutWaits')) : ''));
}

/** To be told here while the page is closed, where the browser can. @param {HTMLElement} place */
async function offerPush(place) {
  const now = await pushState();
  if (now === 'none') return;
  if (now === 'denied') return place.replaceChildren(h('p', { class: 'quiet' }, say('pushDenied')));
  const isOn = now === 'on';
  const turn = () => (isOn ? disagree() : agree())
    .catch((reason) => console.warn('cannot be told here', reason)).finally(() => offerPush(place));
  place.replaceChildren(h('button', { id: 'push', class: 'second', type: 'button', onclick: turn },
    isOn ? say('pushOff') : say('pushOn')));
}

/** @param {string} group @param {string[]} values @returns {[string, string][]} */
const named = (group, values) => values.map((value) => [value, say(`${group}.${value}`)]);

/** @param {'language' | 'hand' | 'appearance'} name @param {string} value @param {[string, string][]} options */
const choice = (name, value, options) =>
  chips({
    name, legend: say(name), value, onpick: (picked) => choose({ [name]: picked }),
    options: options.map(([code, text]) => ({ value: code, text })),
  });

/** @param {Choices} choices */
async function choose(choices) {
  const leeway = /** @type {import('./types').Leeway} */ (state.leeway);
  Object.assign(leeway.person, choices);
  unsaid = { ...unsaid, ...choices };
  await apply();
  if (choices.language) settings();
  await keep('leeway', leeway);
  await tellServer();
}

/** Tells the server what was chosen, now or when there is network again. */
export async function tellServer() {
  if (!Object.keys(unsaid).length) return;
  const said = unsaid;
  const { body } = await call('PUT', '/me', said);
  if (body?.user && unsaid === said) unsaid = {};
}

/** Makes the page as the person wants it. */
export async function apply() {
  const person = state.leeway?.person;
  if (!person) return;
  Object.assign(person, unsaid);
  const { dataset } = document.documentElement;
  dataset.hand = person.hand;
  dataset.mode = person.appearance;
  localStorage.setItem('leeway-mode', person.appearance);
  await load(person.language);
  colourTheFrame();
  change();
}

/** The browser's own frame takes the colour of the ground. */
function colourTheFrame() {
  const ground = getComputedStyle(document.body).backgroundColor;
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', ground);
}
