import { Problem } from '../tools/problem';

/** The kinds of check, in the order they run. */
export const CHECKS = ['lint', 'format', 'typecheck', 'jest', 'browser'] as const;
export type CheckName = (typeof CHECKS)[number];

export interface TestArguments {
  checks: CheckName[];
  /** For Jest: paths to run, or its own options. */
  jestArguments: string[];
  /** For the browser tests: parts of the names of spec files; empty runs all of them. */
  specNames: string[];
}

/**
 * Reads `npm test -- [--only jest,lint] [anything for Jest]`, or `npm test -- --only browser [names of spec files]`:
 * what else is on the command line is for the browser tests where Jest does not run.
 * @throws Problem when `--only` names no check
 */
export function readTestArguments(given: string[]): TestArguments {
  const at = given.findIndex((argument) => argument === '--only' || argument.startsWith('--only='));
  if (at === -1) return { checks: [...CHECKS], jestArguments: given, specNames: [] };

  const inSameWord = given[at]?.split('=')[1];
  const names = (inSameWord ?? given[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !isCheck(name));
  if (unknown.length > 0) {
    throw new Problem(`--only takes ${CHECKS.join(', ')}, not "${unknown.join(', ')}".`);
  }
  const rest = given.toSpliced(at, inSameWord === undefined ? 2 : 1);
  const isForSpecs = names.includes('browser') && !names.includes('jest');
  return {
    checks: CHECKS.filter((check) => names.includes(check)),
    jestArguments: isForSpecs ? [] : rest,
    specNames: isForSpecs ? rest : [],
  };
}

function isCheck(name: string): name is CheckName {
  return (CHECKS as readonly string[]).includes(name);
}
