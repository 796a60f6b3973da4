import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { paytrStoredCards, STAND_INS } from '../gateway-settings';
import { build } from '../tools/build';
import { findChromium } from '../tools/find-chromium';
import { localFolder, ROOT } from '../tools/paths';
import { run, type RunResult } from '../tools/run';
import type { CheckName, TestArguments } from './arguments';
import { countJest, countPlaywright, type Counts, type JestReport, type PlaywrightReport } from './counts';
import { specsNamed } from './specs-named';

export interface CheckResult extends Counts {
  isGood: boolean;
  /** A few words beside the name: "312 passed". */
  summary: string;
  /** Everything that was printed, for when it is not good. */
  output: string;
}

const WORKSPACES = ['functions', 'web', 'local', 'e2e', 'bench'];

/** Every check by name. None rejects for what it finds; a Problem says what this machine lacks. */
export const checks: Record<CheckName, (given: TestArguments) => Promise<CheckResult>> = {
  lint: async () => plain(await npmRun('lint')),
  format: async () => plain(await npmRun('format:check')),
  typecheck,
  jest,
  browser,
};

/** One workspace after the other; what they share is remembered between runs. */
async function typecheck(): Promise<CheckResult> {
  const outputs: string[] = [];
  let code = 0;
  for (const workspace of WORKSPACES.filter((name) => holds(name, /\.tsx?$/))) {
    const memory = join('node_modules', '.cache', 'typecheck', workspace);
    const result = await node('typescript/bin/tsc', [
      ...['-p', workspace, '--pretty', 'false'],
      ...['--incremental', '--tsBuildInfoFile', memory],
    ]);
    outputs.push(result.output);
    code ||= result.code;
  }
  return plain({ code, output: outputs.join('') });
}

async function jest({ jestArguments }: TestArguments): Promise<CheckResult> {
  const report = freshReport('jest.json');
  const result = await node('jest/bin/jest.js', ['--json', `--outputFile=${report}`, ...jestArguments]);
  return counted(result, report, (json) => countJest(json as JestReport));
}

/** The browser tests start the built project themselves; until there is one, nothing is to be done. */
async function browser({ specNames }: TestArguments): Promise<CheckResult> {
  if (!holds('e2e', /\.(spec|test)\.ts$/)) {
    return { isGood: true, summary: 'no browser test yet', output: '', passed: 0, failed: 0 };
  }
  const specs = specsNamed(specNames, readdirSync(join(ROOT, 'e2e', 'tests')));
  const chromium = await findChromium();
  await build('functions');
  await build('web', { VITE_PAYTR_STORED_CARDS: paytrStoredCards(STAND_INS) });
  const report = freshReport('playwright.json');
  const result = await node(
    '@playwright/test/cli.js',
    ['test', '-c', 'e2e', '--reporter=list,json', ...specs],
    {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  return counted(result, report, (json) => countPlaywright(json as PlaywrightReport));
}

function plain({ code, output }: RunResult): CheckResult {
  return { isGood: code === 0, summary: '', output, passed: 0, failed: code === 0 ? 0 : 1 };
}

/** A runner that died before its report is one failure. */
function counted(result: RunResult, report: string, count: (json: unknown) => Counts): CheckResult {
  const text = readIfThere(report);
  if (text === undefined) return plain({ ...result, code: result.code || 1 });
  const { passed, failed } = count(JSON.parse(text));
  const isGood = result.code === 0 && failed === 0;
  const summary = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`;
  // A red run never counts as nothing failed, whatever the report says.
  return { isGood, summary, output: result.output, passed, failed: isGood ? 0 : Math.max(failed, 1) };
}

function npmRun(script: string): Promise<RunResult> {
  return run('npm', ['run', '--silent', script], { cwd: ROOT });
}

function node(program: string, args: string[], env: Record<string, string> = {}): Promise<RunResult> {
  return run(process.execPath, [join(ROOT, 'node_modules', program), ...args], { cwd: ROOT, env });
}

/** A path for a report, where no earlier one is left. */
function freshReport(name: string): string {
  const path = join(localFolder('reports'), name);
  rmSync(path, { force: true });
  return path;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // The runner died before it wrote its report.
  }
}

/** Has this workspace a file of its own whose name matches? */
function holds(workspace: string, name: RegExp): boolean {
  return readdirSync(join(ROOT, workspace), { recursive: true, encoding: 'utf8' }).some(
    (path) => name.test(path) && !path.includes('node_modules'),
  );
}
