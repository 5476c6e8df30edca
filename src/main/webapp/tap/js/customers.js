// For whom: nobody, somebody recent, or found by two letters or a scan.

import { call } from './api.js';
import { $, chips, h, icon, show } from './dom.js';
import { amend } from './preview.js';
import { scanInto } from './scan.js';
import { change, state } from './state.js';
import { say } from './words.js';

/** @typedef {import('./types').Customer} Customer */

const RECENT_CHIPS = 3;
const PAUSE_MS = 150;
const NOBODY = '';
let timer = 0;

/** The choice, which draws itself anew when somebody was found. */
export function customerChoice() {
  const place = h('div', {});
  const draw = () => {
    const picked = state.draft?.customer;
    const recents = state.recents.slice(0, RECENT_CHIPS);
    const isNew = picked && !recents.some(({ code }) => code === picked.code);
    const people = isNew ? [picked, ...recents].slice(0, RECENT_CHIPS) : recents;
    show(place, [people, picked], () => [choice(people, picked, draw)]);
  };
  draw();
  return place;
}

/** @param {Customer[]} people @param {Customer | null | undefined} picked @param {() => void} redraw */
function choice(people, picked, redraw) {
  const required = state.draft?.kind.customer === 'required';
  const take = (/** @type {Customer | null} */ customer) => {
    amend({ customer });
    redraw();
  };
  return chips({
    name: 'customer',
    legend: say('customer'),
    value: picked === undefined ? null : (picked?.code ?? NOBODY),
    options: [
      { value: NOBODY, text: say(required ? 'unknown' : 'nobody') },
      ...people.map(({ code, name }) => ({ value: code, text: name })),
    ],
    onpick: (code) => take(people.find((one) => one.code === code) ?? null),
  },
  opener('find', 'search', () => search(take)),
  'BarcodeDetector' in window && opener('scan', 'scan', () => scan(take)));
}

/** @param {string} word @param {string} picture @param {() => void} onclick */
const opener = (word, picture, onclick) =>
  h('button', { class: 'chip', type: 'button', onclick, id: `customer-${word}` },
    icon(picture), h('span', {}, say(word)));

/** @param {(customer: Customer) => void} take */
function search(take) {
  const results = h('div', { class: 'results', role: 'status' });
  const field = h('input', {
    type: 'search', id: 'find-field', 'aria-label': say('findHint'), placeholder: say('findHint'),
    autocomplete: 'off', enterkeyhint: 'search', autofocus: true,
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => find(field.value.trim(), results, pickOne), PAUSE_MS);
    },
  });
  const dialog = sheet(say('findTitle'), field, results);
  const pickOne = (/** @type {Customer} */ customer) => {
    dialog.close();
    take(customer);
  };
}

/** @param {string} words @param {Element} results @param {(customer: Customer) => void} take */
export async function find(words, results, take) {
  if (words.length < 2) return results.replaceChildren();
  const { status, body } = await call('GET', `/customers?q=${encodeURIComponent(words)}`);
  const found = /** @type {Customer[]} */ (body?.items ?? []);
  if (status === 429) results.replaceChildren(h('p', {}, say('findTooMany')));
  else if (status !== 200) results.replaceChildren(h('p', {}, say('findOffline')));
  else if (!found.length) results.replaceChildren(h('p', {}, say('findNone')));
  else results.replaceChildren(...found.map((one) => result(one, () => take(one))));
}

/** @param {Customer} customer @param {() => void} onclick */
const result = ({ name, code, tier, knownAs }, onclick) =>
  h('button', { class: 'result', type: 'button', onclick },
    h('b', {}, name), h('small', {}, [tier, knownAs, code].filter(Boolean).join(' · ')));

/** @param {(customer: Customer) => void} take */
function scan(take) {
  const results = h('div', { class: 'results', role: 'status' }, h('p', {}, say('scanHint')));
  const video = h('video', { playsinline: true, muted: true });
  const dialog = sheet(say('scan'), video, results);
  const pickOne = (/** @type {Customer} */ customer) => {
    dialog.close();
    take(customer);
  };
  scanInto(video, dialog, (code) => find(code, results, pickOne)).catch(() =>
    results.replaceChildren(h('p', {}, say('scanFailed'))));
}

/** Opens a sheet over the page. @param {string} title @param {...Node} content */
export function sheet(title, ...content) {
  const dialog = /** @type {HTMLDialogElement} */ ($('sheet'));
  const close = h('button', {
    class: 'ghost round', type: 'button', 'aria-label': say('close'), onclick: () => dialog.close(),
  }, icon('close'));
  dialog.replaceChildren(
    h('div', { class: 'heading' }, h('h2', { id: 'sheet-title' }, title), close), ...content);
  dialog.onclose = () => change();
  dialog.showModal();
  return dialog;
}
