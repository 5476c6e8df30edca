// Being told on this tablet, also while the page is closed. The browser asks the person first.

import { call } from './api.js';

const isPossible = () => 'serviceWorker' in navigator && 'PushManager' in window;

async function manager() {
  return (await navigator.serviceWorker.ready).pushManager;
}

/** Whether this tablet can be told, and is. @returns {Promise<'on' | 'off' | 'denied' | 'none'>} */
export async function pushState() {
  if (!isPossible()) return 'none';
  if (Notification.permission === 'denied') return 'denied';
  return (await (await manager()).getSubscription()) ? 'on' : 'off';
}

export async function agree() {
  if ((await Notification.requestPermission()) !== 'granted') return;
  const { status, body } = await call('GET', '/me/push');
  if (status !== 200) return;
  const options = { userVisibleOnly: true, applicationServerKey: body.key };
  const subscription = await (await manager()).subscribe(options);
  const said = await call('POST', '/me/push', { ...subscription.toJSON(), page: 'tap' });
  if (said.status !== 200) await subscription.unsubscribe();
}

/** The push service tells the server with the next push, if nobody else does. */
export async function disagree() {
  const workers = isPossible() ? await navigator.serviceWorker.getRegistration('/tap/') : null;
  const subscription = await workers?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}
