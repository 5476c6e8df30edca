// What the page knows just now. Views read it and are told when it changed; nothing else is shared.

/** @typedef {import('./types').Kept} Kept */

/**
 * @typedef {object} Last the entry logged last, while it can be undone in one tap
 * @property {string} id
 * @property {number} until milliseconds
 * @property {Kept | null} kept null: never stored, only sent
 * @property {boolean} undone
 */

export const state = {
  /** @type {import('./types').Leeway | null} */
  leeway: null,
  online: true,
  lapsed: false,
  /** @type {string | null} key of a sentence that must be read */
  alarm: null,
  /** @type {Kept[]} */
  kept: [],
  /** @type {{rows: any[], at: number}} */
  shift: { rows: [], at: 0 },
  /** @type {import('./types').Customer[]} */
  recents: [],
  /** @type {Record<string, {minutes: number | null, km: number | null}>} */
  habits: {},
  /** @type {import('./types').Precedent[]} */
  precedents: [],
  /** @type {import('./types').Own | null} what became of my own gestures, once enough is known */
  own: null,
  /** @type {string[]} */
  order: [],
  /** @type {import('./types').Draft | null} */
  draft: null,
  /** @type {Kept | null} what the draft is to take the place of */
  correcting: null,
  /** @type {import('./types').Judgement | null} */
  judgement: null,
  /** @type {Last | null} */
  last: null,
  /** @type {import('./asked.js').Heard[]} what became of what was asked, until it was seen */
  heard: [],
  /** @type {any} the browser's offer to install */
  installable: null,
};

/** @type {Set<() => void>} */
const views = new Set();

/** @param {() => void} render */
export const onChange = (render) => views.add(render);

/** @param {Partial<typeof state>} [changes] */
export function change(changes = {}) {
  Object.assign(state, changes);
  views.forEach((render) => render());
}
