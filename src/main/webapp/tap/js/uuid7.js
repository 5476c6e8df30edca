// Ids are made on the tablet, so that the same entry sent twice is the same entry.

let last = 0;
let within = 0;

/**
 * A UUID of version 7: milliseconds first, so that ids sort by age. Those made within one
 * millisecond, or while the clock runs backwards, still count upwards.
 * @param {number} now milliseconds since 1970
 * @returns {string}
 */
export function uuid7(now = Date.now()) {
  if (now > last) {
    last = now;
    within = crypto.getRandomValues(new Uint16Array(1))[0] & 0x7ff;
  } else if (++within > 0xfff) {
    last++;
    within = 0;
  }
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = (random[0] & 0x3f) | 0x80;
  const hex =
    last.toString(16).padStart(12, '0') +
    '7' + within.toString(16).padStart(3, '0') +
    Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
