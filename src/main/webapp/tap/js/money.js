// Amounts are whole numbers of the smallest unit; only here do they become words.

/** @param {string} currency @returns {number} digits after the point */
const digits = (currency) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** @param {string} amount as the API writes it @param {string} currency @returns {number} */
export function toMinor(amount, currency) {
  const [whole, fraction = ''] = amount.split('.');
  return Number(whole + fraction.padEnd(digits(currency), '0'));
}

/** @param {number} minor @param {string} currency @returns {import('./types').Money} */
export const toMoney = (minor, currency) => ({
  amount: (minor / 10 ** digits(currency)).toFixed(digits(currency)),
  currency,
});

/**
 * `1 240 kr` in Swedish, `SEK 1,240` in English; decimals only where there are any.
 * @param {number} minor
 * @param {string} currency
 * @param {string} language
 */
export function spoken(minor, currency, language) {
  const places = digits(currency);
  const value = minor / 10 ** places;
  const decimals = Number.isInteger(value) ? 0 : places;
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
  if (language !== 'sv') return `${currency}\u00a0${number}`;
  return `${number}\u00a0${currency === 'SEK' ? 'kr' : currency}`;
}
