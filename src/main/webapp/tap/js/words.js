// All that the page says, in the language of the person (never of the tablet).

import { speak } from './api.js';
import { spoken } from './money.js';

/** @type {Record<string, string>} */
let texts = {};
let current = 'sv';

export const language = () => /** @type {'sv' | 'en'} */ (current);

/** @param {'sv' | 'en'} code */
export async function load(code) {
  if (code === current && texts.title) return;
  texts = await (await fetch(`/tap/words/${code}.json`)).json();
  current = code;
  speak(code);
  document.documentElement.lang = code;
  document.title = `${texts.title} · Leeway`;
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export const say = (key, values = {}) =>
  (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')).trim();

/** @param {import('./types').Texts} both */
export const pick = (both) => both[language()] ?? both.sv;

/** @param {number} minor @param {string} currency */
export const amount = (minor, currency) => spoken(minor, currency, current);

/** The period of a budget as people say it: today, in November. @param {string} per */
export function period(per) {
  if (per !== 'month') return say(`per.${per}`);
  const month = new Intl.DateTimeFormat(current, { month: 'long' }).format(new Date());
  return current === 'sv' ? `i ${month}` : `in ${month}`;
}

/** 21:04, wherever the tablet is. @param {number} ms */
export const clockTime = (ms) =>
  new Intl.DateTimeFormat('sv', { hour: '2-digit', minute: '2-digit' }).format(ms);

/** @param {number} ms how long */
export function age(ms) {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return say('age.now');
  if (minutes < 90) return say('age.min', { n: minutes });
  if (minutes < 48 * 60) return say('age.h', { n: Math.round(minutes / 60) });
  return say('age.d', { n: Math.floor(minutes / 1440) });
}

/** @param {'waits' | 'looks'} what @param {number} n */
export const counted = (what, n) => say(n === 1 ? `${what}.one` : `${what}.many`, { n });

/** @param {string | null} who capital at the start of a sentence is not ours to guess */
export const whoOrBoss = (who) => who ?? say('boss');
