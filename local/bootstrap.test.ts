import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs an expression with what bootstrap.mjs exports; Jest's CommonJS cannot load that file itself. */
function evaluate(expression: string): unknown {
  const script = `import * as bootstrap from ${JSON.stringify(join(__dirname, 'bootstrap.mjs'))};
    console.log(JSON.stringify(${expression}) ?? 'null');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}

test.each([
  ['the oldest that works', '20.19.0', true],
  ['a later minor', '20.20.2', true],
  ['a later major with a small minor', '22.0.0', true],
  ['the newest', '26.2.1', true],
  ['an older minor', '20.18.3', false],
  ['an older major with a large minor', '18.20.4', false],
])('Node %s', (_label, version, isGood) => {
  const problem = evaluate(`bootstrap.nodeProblem('${version}')`);
  if (isGood) expect(problem).toBeNull();
  else
    expect(problem).toBe(
      `This project needs Node.js 20.19 or newer, and this is ${version}. Get it from nodejs.org.`,
    );
});

describe('dependencies', () => {
  let root: string;
  const isInstallNeeded = (): unknown => evaluate(`bootstrap.isInstallNeeded(${JSON.stringify(root)})`);
  const noteInstalled = (): unknown => evaluate(`bootstrap.noteInstalled(${JSON.stringify(root)})`);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bootstrap-'));
    writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3}');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  test('are installed when there are none', () => {
    expect(isInstallNeeded()).toBe(true);
  });

  test('are installed again when an install was broken off', () => {
    mkdirSync(join(root, 'node_modules'));
    expect(isInstallNeeded()).toBe(true);
  });

  test('are left alone until the lock file changes', () => {
    mkdirSync(join(root, 'node_modules'));
    noteInstalled();
    expect(isInstallNeeded()).toBe(false);
    writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
    expect(isInstallNeeded()).toBe(true);
  });
});
