// The page without network: its own files lie here, and what waits is sent when the network is back.

import { files, version } from './files.js';
import { drain } from './drain.js';
import { onMessage } from './keeper.js';
import { lead, light } from './notify.js';
import { recall } from './person.js';

self.addEventListener('install', (event) => {
  event.waitUntil(lay().then(() => self.skipWaiting()));
});

/** Takes every file anew, so that files of two versions never meet. */
async function lay() {
  const cache = await caches.open(version);
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(clearOld().then(() => self.clients.claim()));
});

async function clearOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== version).map((name) => caches.delete(name)));
}

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const isOurs = origin === self.location.origin && files.includes(pathname);
  if (isOurs && event.request.method === 'GET') event.respondWith(laid(event.request, pathname));
});

/** @param {Request} request @param {string} pathname */
async function laid(request, pathname) {
  const cache = await caches.open(version);
  return (await cache.match(pathname)) ?? fetch(request);
}

self.addEventListener('message', onMessage);

self.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(sendAll());
});

self.addEventListener('push', (event) => event.waitUntil(light(event.data)));

self.addEventListener('notificationclick', (event) => event.waitUntil(lead(event.notification)));

/** Sends what waits, of the person whose page it is; the browser asks again when it fails. */
async function sendAll() {
  if (!(await recall())) return;
  const { stopped } = await drain();
  if (stopped === 'later') throw new Error('not all could be sent');
}

