import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { ROOT } from '../tools/paths';
import { mutated } from './apply';
import { MUTATIONS } from './mutations';

/** `npm run mutants` runs the tests; here only that every mutation still fits the source, and is code. */
test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('%s', (_name, mutation) => {
  const { diagnostics } = ts.transpileModule(mutated(ROOT, mutation), { reportDiagnostics: true });
  expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  for (const path of mutation.tests) {
    const folder = resolve(ROOT, dirname(path));
    expect(existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(basename(path)))).toBe(
      true,
    );
  }
});

test('every mutation has a name of its own', () => {
  expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length);
});
