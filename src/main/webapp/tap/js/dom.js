// The few helpers that views are made with. Text only ever becomes text.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes] on... are listeners; false and null are left out
 * @param {...(Node | string | null | false | undefined | (Node | string | null | false)[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(.../** @type {Node[]} */ (children.flat().filter((one) => one || one === '')));
  return element;
}

/** @param {string} name of a symbol in icons.svg */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `/tap/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** @param {string} id @returns {HTMLElement} */
export const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/**
 * Shows something, unless it is what is shown already: focus and what is being read stay.
 * @param {Element} place
 * @param {any} facts all that the picture depends on
 * @param {() => (Node | string | null | false)[]} draw
 */
export function show(place, facts, draw) {
  const signature = JSON.stringify(facts) + document.documentElement.lang;
  if (shown.get(place) === signature) return;
  shown.set(place, signature);
  const focused = place.contains(document.activeElement) ? document.activeElement?.id : '';
  place.replaceChildren(.../** @type {Node[]} */ (draw().filter(Boolean)));
  if (focused) document.getElementById(focused)?.focus();
}

/**
 * One choice of a few, as native radio buttons with the looks of chips.
 * @param {object} what
 * @param {string} what.name
 * @param {string} what.legend
 * @param {{value: string, text: string, note?: string | null, icon?: string}[]} what.options
 * @param {string | null} what.value
 * @param {(value: string) => void} what.onpick
 * @param {...(Node | null | false)} extra what follows the chips
 */
export function chips({ name, legend, options, value, onpick }, ...extra) {
  const chip = (/** @type {typeof options[0]} */ one) =>
    h('label', { class: 'chip' },
      h('input', {
        type: 'radio', name, value: one.value, checked: one.value === value,
        onchange: () => onpick(one.value),
      }),
      one.icon && icon(one.icon),
      h('span', {}, one.text),
      one.note && h('small', {}, one.note));
  return h('fieldset', { class: `choice ${name}` },
    h('legend', {}, legend),
    h('div', { class: 'chips' }, options.map(chip), extra));
}
