// The key of this sign-in outlives a page that is loaded anew, and nothing else: the service worker
// holds it in its memory meanwhile. It is never stored, since whatever a browser stores lies in its
// files, a key that cannot be read out like any other.

const AGAIN_MS = 10_000;
const PATIENCE_MS = 10_000;
const isPage = typeof window !== 'undefined';

/** @type {{owner: string, key: CryptoKey} | null} */
let held = null;

/** @param {string} owner @param {CryptoKey} key */
export function hold(owner, key) {
  held = { owner, key };
  tellWorker();
}

export function drop() {
  held = null;
  tellWorker();
}

/**
 * The key of this owner, while some page or the service worker has had it since they signed in.
 * @param {string} owner
 * @returns {Promise<CryptoKey | null>}
 */
export async function keyOf(owner) {
  if (held?.owner === owner) return held.key;
  const worker = isPage ? await activeWorker() : null;
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ ask: owner }, [port2]);
  });
}

const activeWorker = async () => (await navigator.serviceWorker?.getRegistration('/tap/'))?.active;

async function tellWorker() {
  if (!isPage || !navigator.serviceWorker) return;
  (await navigator.serviceWorker.ready).active?.postMessage({ hold: held });
}

/** A service worker that hears nothing is ended, and forgets; a new one knows nothing yet. */
function stayHeld() {
  if (held) tellWorker();
}

if (isPage && navigator.serviceWorker) {
  setInterval(stayHeld, AGAIN_MS);
  navigator.serviceWorker.addEventListener('controllerchange', stayHeld);
}

/** What the service worker does with what pages say of keys. @param {MessageEvent} event */
export function onMessage({ data, ports }) {
  if (data?.ask) ports[0].postMessage(held?.owner === data.ask ? held.key : null);
  else if (data && 'hold' in data) held = data.hold;
}
