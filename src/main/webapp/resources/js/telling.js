// Being told on this device, also while no page of Leeway is open. The browser asks the person first.

(() => {
  const WORKER = '/resources/js/push-worker.js';
  const SCOPE = '/resources/js/';

  const registration = () => navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });

  /** @param {string} method @param {string} path @param {any} [body] */
  const call = (method, path, body) =>
    fetch(`/api/v1${path}`, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body && JSON.stringify(body),
    });

  async function subscription() {
    const known = await navigator.serviceWorker.getRegistration(SCOPE);
    return known ? known.pushManager.getSubscription() : null;
  }

  async function agree() {
    if ((await Notification.requestPermission()) !== 'granted') return;
    const { key } = await (await call('GET', '/me/push')).json();
    const worker = await active(await registration());
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const said = await call('POST', '/me/push', { ...made.toJSON(), page: 'desk' });
    if (!said.ok) await made.unsubscribe();
    else localStorage.setItem('leeway-device', (await said.json()).id);
  }

  /** A browser subscribes only by a worker that has begun. @param {ServiceWorkerRegistration} made */
  async function active(made) {
    const coming = made.installing ?? made.waiting;
    if (!made.active && coming) {
      await new Promise((begun) => coming.addEventListener('statechange', () => made.active && begun(null)));
    }
    return made;
  }

  async function disagree() {
    const id = localStorage.getItem('leeway-device');
    if (id) await call('DELETE', `/me/push/${id}`);
    localStorage.removeItem('leeway-device');
    await (await subscription())?.unsubscribe();
  }

  async function show() {
    const button = document.getElementById('push-here');
    const words = document.getElementById('push-here-words');
    if (!button || !words || !('serviceWorker' in navigator) || !('PushManager' in window)) return;
    const isOn = Boolean(await subscription());
    const isDenied = Notification.permission === 'denied';
    button.hidden = isDenied;
    words.hidden = !isDenied;
    button.textContent = isOn ? button.dataset.off ?? '' : button.dataset.on ?? '';
    button.onclick = async () => {
      try {
        await (isOn ? disagree() : agree());
      } catch (reason) {
        console.warn('this device could not be told', reason);
      }
      await show();
    };
  }

  document.addEventListener('DOMContentLoaded', show);
})();
