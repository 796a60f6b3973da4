import { loadConfig, parseEmulators } from './config';

const emulators = {
  auth: { host: '127.0.0.1', port: 9099, hostAndPort: '127.0.0.1:9099' },
  firestore: { host: '127.0.0.1', port: 8080, hostAndPort: '127.0.0.1:8080' },
};
const initJs = `var firebaseConfig = {\n  "projectId": "demo-x"\n};
if (firebaseConfig) {
  var firebaseEmulators = ${JSON.stringify(emulators, null, 2)};
  if (firebaseEmulators) {}
}`;

function hosting(answers: Record<string, string>) {
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation((path) =>
      Promise.resolve(new Response(answers[path as string] ?? '', { status: 200 })),
    );
}

afterEach(() => {
  jest.restoreAllMocks();
});

it("takes the emulators' ports out of Hosting's script", () => {
  expect(parseEmulators(initJs)).toEqual(emulators);
});

it('finds none where Hosting declares none', () => {
  expect(parseEmulators('var firebaseEmulators = undefined;')).toBeNull();
});

it('never asks for emulators in a real project', async () => {
  hosting({
    '/__/firebase/init.json': '{"projectId":"hyble"}',
    '/__/firebase/init.js?useEmulator=true': initJs,
  });
  await expect(loadConfig()).resolves.toEqual({
    firebase: { projectId: 'hyble' },
    emulators: null,
    invoiceNumberPrefix: 'HYB',
  });
});

it('connects a demo project to its emulators', async () => {
  hosting({
    '/__/firebase/init.json': '{"projectId":"demo-x"}',
    '/__/firebase/init.js?useEmulator=true': initJs,
  });
  await expect(loadConfig('ACME')).resolves.toEqual({
    firebase: { projectId: 'demo-x' },
    emulators,
    invoiceNumberPrefix: 'ACME',
  });
});

it('says which address did not answer', async () => {
  jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
  await expect(loadConfig()).rejects.toThrow('/__/firebase/init.json answered 404');
});
