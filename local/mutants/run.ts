import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../tools/paths';
import { Problem } from '../tools/problem';
import type { RunResult } from '../tools/run';
import { run } from '../tools/run';
import { runMain } from '../tools/run-main';
import { secondsSince } from '../tools/steps';
import { fileOf, mutated } from './apply';
import type { Mutation } from './mutations';
import { MUTATIONS } from './mutations';

const FUZZ = 'functions/src/testing/fuzz/fuzz.test.ts';
/** Made anew, installed or of no use to a test. */
const LEFT_OUT = ['node_modules', '.git', '.local', 'lib', 'dist', 'test-results', 'playwright-report'];

/**
 * `npm run mutants [-- --only words]`: breaks a copy of the source in one place after another and runs the tests that
 * must notice, and beside them the fuzz. Prints a table; fails when a mutant is not noticed by its tests.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = MUTATIONS.filter(({ name }) => name.includes(values.only ?? ''));
  if (chosen.length === 0) throw new Problem(`No mutation has "${values.only ?? ''}" in its name.`);
  const copy = await mkdtemp(join(tmpdir(), 'hyble-mutants-'));
  try {
    await copyTo(copy);
    const tests = [...new Set([FUZZ, ...chosen.flatMap((mutation) => mutation.tests)])];
    const whole = await runTests(copy, tests);
    if (whole.code !== 0) throw new Problem(`The tests fail before anything is broken:\n${whole.output}`);
    console.log('| mutation | its tests | the fuzz | |\n| --- | --- | --- | ---: |');
    const survivors: Mutation[] = [];
    for (const mutation of chosen) if (!(await isKilled(copy, mutation))) survivors.push(mutation);
    console.log(`\n${chosen.length} mutants, ${survivors.length} survived`);
    return survivors.length === 0 ? 0 : 1;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function copyTo(folder: string): Promise<void> {
  await cp(ROOT, folder, {
    recursive: true,
    filter: (source) => source === ROOT || !LEFT_OUT.includes(basename(source)),
  });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

async function isKilled(copy: string, mutation: Mutation): Promise<boolean> {
  const started = Date.now();
  const file = fileOf(copy, mutation);
  await writeFile(file, mutated(ROOT, mutation));
  const byTests = !(await passes(copy, mutation.tests));
  const byFuzz = !(await passes(copy, [FUZZ]));
  await cp(fileOf(ROOT, mutation), file);
  const say = (isNoticed: boolean) => (isNoticed ? 'killed' : 'survived');
  console.log(`| ${mutation.name} | ${say(byTests)} | ${say(byFuzz)} | ${secondsSince(started)} |`);
  return byTests;
}

async function passes(copy: string, tests: readonly string[]): Promise<boolean> {
  return (await runTests(copy, tests)).code === 0;
}

function runTests(copy: string, tests: readonly string[]): Promise<RunResult> {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  // The emulator takes two seconds to start, and most tests do without.
  const isPure = tests.every((path) => path.endsWith('.test.ts') && !path.includes('.emulator.'));
  const projects = isPure ? ['unit'] : ['unit', 'emulator'];
  return run(
    process.execPath,
    [jest, '--silent', '--bail', '--selectProjects', ...projects, '--testPathPatterns', ...tests],
    { cwd: copy },
  );
}

runMain(main);
