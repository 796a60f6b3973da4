import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { deliveryControl } from './control';
import { createDeliverer, type Deliverer } from './deliverer';

let deliverer: Deliverer;
let server: Server;
let url: string;

beforeEach(async () => {
  deliverer = createDeliverer({ retryDelaysMs: [1] });
  server = express().use('/_control', deliveryControl(deliverer)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_control`;
});
afterEach(() => {
  deliverer.close();
  server.close();
  server.closeAllConnections();
});

const setFaults = (body: unknown) =>
  fetch(`${url}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('changes the named faults and answers all of them', async () => {
  const response = await setFaults({ copies: 2, hold: true });
  const expected = { copies: 2, delayMs: 0, drop: 0, hold: true, order: 'fifo' };
  expect(await response.json()).toEqual(expected);
  expect(deliverer.faults).toEqual(expected);
});

test('release answers when what was held has been sent', async () => {
  await setFaults({ hold: true });
  deliverer.enqueue({ id: 'a', send: () => Promise.resolve(true) });
  expect((await fetch(`${url}/release`, { method: 'POST' })).status).toBe(200);
  expect(deliverer.attempts).toEqual([{ id: 'a', attempt: 1, accepted: true }]);
});

test.each([
  ['an unknown fault', { lose: 1 }, /unknown fault "lose"/],
  ['no copies', { copies: 0 }, /^copies /],
  ['half a copy', { copies: 1.5 }, /^copies /],
  ['negative delay', { delayMs: -1 }, /^delayMs /],
  ['drop as text', { drop: '1' }, /^drop /],
  ['hold as a number', { hold: 1 }, /^hold /],
  ['an order nobody knows', { order: 'random' }, /^order /],
  ['a list', [], /JSON object/],
])('400 for %s, and nothing changes', async (_name, body, message) => {
  const response = await setFaults(body);
  expect(response.status).toBe(400);
  expect(((await response.json()) as { error: string }).error).toMatch(message);
  expect(deliverer.faults).toEqual({ copies: 1, delayMs: 0, drop: 0, hold: false, order: 'fifo' });
});
