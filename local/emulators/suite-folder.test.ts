import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { localFolder, ROOT } from '../tools/paths';
import { makeSuiteFolder, withLocalSources } from './suite-folder';

const PORTS = {
  ...{ hosting: 1, functions: 2, firestore: 3, auth: 4, tasks: 5 },
  ...{ eventarc: 6, hub: 7, logging: 8, firestoreWebSocket: 9 },
};
const folders: string[] = [];

function makeFolder(values: { params?: Record<string, string>; secrets?: Record<string, string> }): string {
  const folder = makeSuiteFolder({
    projectId: 'demo-test',
    ports: PORTS,
    params: {},
    secrets: {},
    ...values,
  });
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('has the rewrites of the project and the ports of the suite', () => {
  const read = (path: string): Record<string, Record<string, unknown>> =>
    JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, unknown>>;
  const project = read(join(ROOT, 'firebase.json'));
  const suite = read(join(makeFolder({}), 'firebase.json'));
  expect(suite.hosting).toEqual({ ...project.hosting, public: 'web', headers: expect.anything() as unknown });
  expect(suite.emulators).toEqual({
    hosting: { host: '127.0.0.1', port: 1 },
    functions: { host: '127.0.0.1', port: 2 },
    firestore: { host: '127.0.0.1', port: 3, websocketPort: 9 },
    auth: { host: '127.0.0.1', port: 4 },
    tasks: { host: '127.0.0.1', port: 5 },
    eventarc: { host: '127.0.0.1', port: 6 },
    hub: { host: '127.0.0.1', port: 7 },
    logging: { host: '127.0.0.1', port: 8 },
    ui: { enabled: false },
  });
});

test('two suites keep their params and secrets apart, and out of functions/', () => {
  const settings = (): string[] =>
    readdirSync(join(ROOT, 'functions')).filter((name) => name.startsWith('.'));
  const before = settings();
  const [first, second] = ['one', 'two'].map((value) =>
    makeFolder({ params: { APP_URL: value }, secrets: { STRIPE_SECRET_KEY: value } }),
  );
  for (const [folder, value] of [
    [first, 'one'],
    [second, 'two'],
  ] as const) {
    const functions = join(folder ?? '', 'functions');
    expect(readFileSync(join(functions, '.env.demo-test'), 'utf8')).toBe(`APP_URL="${value}"\n`);
    expect(readFileSync(join(functions, '.secret.local'), 'utf8')).toBe(`STRIPE_SECRET_KEY="${value}"\n`);
  }
  expect(settings()).toEqual(before);
});

test('values may hold quotes, line breaks and signs of comments', () => {
  const folder = makeFolder({ params: { SELLER_ADDRESS: 'Çınar Sk. "A"\nŞişli # 3 \\ 4' } });
  expect(readFileSync(join(folder, 'functions', '.env.demo-test'), 'utf8')).toBe(
    'SELLER_ADDRESS="Çınar Sk. \\"A\\"\\nŞişli # 3 \\\\ 4"\n',
  );
});

test('folders of processes that are gone are removed, those of living ones kept', () => {
  // No process has this id: it is beyond the largest that a kernel gives.
  const abandoned = localFolder('suites', '999999999-abandoned');
  const mine = makeFolder({});
  const another = makeFolder({});
  expect(existsSync(abandoned)).toBe(false);
  expect([mine, another].map((folder) => basename(folder).split('-')[0])).toEqual([
    String(process.pid),
    String(process.pid),
  ]);
  expect(existsSync(mine)).toBe(true);
});

test('the content security policy is the deployed one, but for what listens on this machine', () => {
  expect(withLocalSources("default-src 'none'; connect-src 'self' https://a.example; frame-src https:")).toBe(
    "default-src 'none'; connect-src 'self' https://a.example http://127.0.0.1:*; frame-src https: http://127.0.0.1:*",
  );
  const headers = (path: string): string[] =>
    (
      JSON.parse(readFileSync(path, 'utf8')) as {
        hosting: { headers: { headers: { key: string; value: string }[] }[] };
      }
    ).hosting.headers.flatMap((rule) => rule.headers.map(({ key, value }) => `${key}: ${value}`));
  const project = headers(join(ROOT, 'firebase.json'));
  const suite = headers(join(makeFolder({}), 'firebase.json'));
  expect(suite.map((header) => header.replaceAll(' http://127.0.0.1:*', ''))).toEqual(project);
  expect(suite).not.toEqual(project);
});
