import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFirestore } from './firestore';

test('the emulator of the Jest run answers, each project id on its own', async () => {
  const apps = ['a', 'b'].map((name) => initializeApp({ projectId: `demo-${randomUUID()}` }, name));
  const [first, second] = apps.map((app) => getFirestore(app).doc('notes/one'));
  await first?.set({ text: 'only here' });
  expect((await first?.get())?.data()).toEqual({ text: 'only here' });
  expect((await second?.get())?.exists).toBe(false);
  await Promise.all(apps.map(deleteApp));
});

test('an emulator of its own starts with the given rules and ends on stop', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  const rules = join(folder, 'firestore.rules');
  writeFileSync(
    rules,
    `rules_version = '2';
     service cloud.firestore {
       match /databases/{database}/documents {
         match /open/{id} { allow read: if true; }
       }
     }`,
  );
  const emulator = await startFirestore({ rules });
  const documents = `http://${emulator.host}/v1/projects/demo-rules/databases/(default)/documents`;
  // A client without rights: rules allow the one (which does not exist) and deny the other.
  expect((await fetch(`${documents}/open/one`)).status).toBe(404);
  expect((await fetch(`${documents}/closed/one`)).status).toBe(403);
  await emulator.stop();
  await expect(fetch(documents)).rejects.toThrow();
  rmSync(folder, { recursive: true });
}, 30_000);

test('the emulator dies with a process that is killed', async () => {
  const program = `require('tsx/cjs');
    require('./firestore').startFirestore().then(({ host }) => console.log(host));`;
  const child = spawn(process.execPath, ['-e', program], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [host] = (await once(child.stdout, 'data')) as [Buffer];
  const url = `http://${host.toString().trim()}/`;
  expect((await fetch(url)).status).toBe(200);
  child.kill('SIGKILL');
  await expect(answersNoMore(url)).resolves.toBe(true);
}, 30_000);

test('an emulator that cannot start says why', async () => {
  await expect(startFirestore({ rules: '/no/such/firestore.rules' })).rejects.toThrow(/firestore\.rules/);
}, 30_000);

/** Settles when nobody answers any more. */
async function answersNoMore(url: string): Promise<boolean> {
  try {
    for (;;) await (await fetch(url)).arrayBuffer();
  } catch {
    return true;
  }
}
