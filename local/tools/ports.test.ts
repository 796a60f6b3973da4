import { createServer, type AddressInfo, type Server } from 'node:net';
import { checkPortsFree, freePort, freePorts, portSetting } from './ports';

const servers: Server[] = [];

async function takenPort(): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

test('free ports are all different', async () => {
  expect(new Set(await freePorts(20)).size).toBe(20);
});

test('a free port passes', async () => {
  await expect(
    checkPortsFree([{ port: await freePort(), use: 'the app', setting: 'PORT_HOSTING' }]),
  ).resolves.toBeUndefined();
});

test('every taken port is named, with the setting that changes it', async () => {
  const [app, auth] = [await takenPort(), await takenPort()];
  const check = checkPortsFree([
    { port: app, use: 'the app', setting: 'PORT_HOSTING' },
    { port: await freePort(), use: 'Firestore', setting: 'PORT_FIRESTORE' },
    { port: auth, use: 'sign-in', setting: 'PORT_AUTH' },
  ]);
  await expect(check).rejects.toThrow(`Port ${app}, wanted for the app, is taken`);
  await expect(check).rejects.toThrow(`PORT_HOSTING=${app + 1} npm start`);
  await expect(check).rejects.toThrow(`Port ${auth}, wanted for sign-in, is taken`);
  await expect(check).rejects.not.toThrow('Firestore');
});

const linux = process.platform === 'linux' ? test : test.skip;
linux('the holder of a taken port is named', async () => {
  const port = await takenPort();
  await expect(checkPortsFree([{ port, use: 'the app', setting: 'PORT_HOSTING' }])).rejects.toThrow(
    `(process ${process.pid})`,
  );
});

test.each([
  ['not set', {}, 5000],
  ['empty', { PORT_HOSTING: '' }, 5000],
  ['a number', { PORT_HOSTING: '5010' }, 5010],
])('a port setting that is %s', (_label, environment, port) => {
  expect(portSetting('PORT_HOSTING', 5000, environment)).toBe(port);
});

test.each([
  ['a word', 'five'],
  ['zero', '0'],
  ['too large', '65536'],
  ['a fraction', '5000.5'],
])('a port setting that is %s is refused', (_label, text) => {
  expect(() => portSetting('PORT_HOSTING', 5000, { PORT_HOSTING: text })).toThrow(`not "${text}"`);
});
