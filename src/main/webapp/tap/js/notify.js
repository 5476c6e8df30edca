// Told while the page is closed: what lights up says nothing of anybody, and leads to the page.

/** @param {PushMessageData | null} data */
export function light(data) {
  const told = data ? data.json() : {};
  const worker = /** @type {any} */ (self);
  return worker.registration.showNotification('Leeway', {
    body: told.text, tag: told.tag, requireInteraction: told.urgent === true,
    icon: '/tap/icons/leeway-192.png',
  });
}

/** @param {Notification} notification */
export async function lead(notification) {
  notification.close();
  const { clients } = /** @type {any} */ (self);
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = open.find((/** @type {{url: string}} */ { url }) => new URL(url).pathname === '/tap/');
  return page ? page.focus() : clients.openWindow('/tap/');
}
