// Told while no page is open: what lights up says nothing of anybody, and leads to where the rest is.

self.addEventListener('push', (event) => {
  const told = event.data ? event.data.json() : {};
  event.waitUntil(
    self.registration.showNotification('Leeway', {
      body: told.text, tag: told.tag, requireInteraction: told.urgent === true,
      icon: '/resources/img/leeway.svg', data: { link: told.link },
    }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { link } = event.notification.data ?? {};
  const isOurs = typeof link === 'string' && /^\/(?!\/)/.test(link);
  event.waitUntil(self.clients.openWindow(isOurs ? link : '/'));
});
