// A figure without a keyboard: chips for the usual ones, two big buttons for the rest.

import { chips, h, icon } from './dom.js';
import { say } from './words.js';

/**
 * @param {object} what
 * @param {string} what.name
 * @param {string} what.legend
 * @param {string} what.exact label of the field that shows the figure
 * @param {{value: number, text: string, note?: string | null}[]} what.options
 * @param {number | null} what.value
 * @param {(value: number) => number} what.step
 * @param {number} what.least
 * @param {number} [what.most]
 * @param {(value: number) => string} [what.write]
 * @param {(text: string) => number} [what.read]
 * @param {(value: number | null) => void} what.onpick
 */
export function stepper(what) {
  const { name, exact, options, step, least, most = Number.MAX_SAFE_INTEGER } = what;
  const write = what.write ?? String;
  const read = what.read ?? ((text) => Number(text.replace(',', '.')));
  let value = what.value;

  const field = h('input', {
    id: `${name}-exact`, class: 'num', 'aria-label': exact, inputmode: 'decimal', autocomplete: 'off', placeholder: '–',
    onchange: () => {
      const typed = field.value.trim() ? read(field.value) : NaN;
      set(Number.isFinite(typed) ? Math.min(most, Math.max(least, typed)) : null);
    },
  });
  const by = (/** @type {1 | -1} */ sign) => () => {
    const from = value ?? (options[0] ? options[0].value - sign * step(options[0].value) : least);
    const stride = step(sign > 0 ? from : from - 1);
    set(Math.min(most, Math.max(least, from + sign * stride)));
  };
  const button = (/** @type {1 | -1} */ sign) =>
    h('button', {
      type: 'button', class: 'chip', onclick: by(sign),
      'aria-label': `${exact}: ${say(sign < 0 ? 'less' : 'moreOf')}`,
    }, icon(sign < 0 ? 'minus' : 'plus'));

  const whole = chips({
    name, legend: what.legend, value: value === null ? null : String(value),
    options: options.map((one) => ({ ...one, value: String(one.value) })),
    onpick: (picked) => set(Number(picked)),
  }, h('div', { class: 'stepper' }, button(-1), field, button(1)));

  /** @param {number | null} next */
  function set(next) {
    value = next;
    draw();
    what.onpick(value);
  }
  function draw() {
    field.value = value === null ? '' : write(value);
    whole.querySelectorAll('input[type=radio]').forEach((radio) => {
      const input = /** @type {HTMLInputElement} */ (radio);
      input.checked = value !== null && input.value === String(value);
    });
  }
  draw();
  return whole;
}
