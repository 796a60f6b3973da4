import { Problem } from '../tools/problem';

/** The kinds of check, in the order they run. */
export const CHECKS = ['lint', 'format', 'typecheck', 'jest', 'browser'] as const;
export type CheckName = (typeof CHECKS)[number];

export interface TestArguments {
  checks: CheckName[];
  /** Everything else on the command line. */
  jestArguments: string[];
}

/**
 * Reads `npm test -- [--only jest,lint] [anything for Jest]`.
 * @throws Problem when `--only` names no check
 */
export function readTestArguments(given: string[]): TestArguments {
  const at = given.findIndex((argument) => argument === '--only' || argument.startsWith('--only='));
  if (at === -1) return { checks: [...CHECKS], jestArguments: given };

  const inSameWord = given[at]?.split('=')[1];
  const names = (inSameWord ?? given[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !isCheck(name));
  if (unknown.length > 0) {
    throw new Problem(`--only takes ${CHECKS.join(', ')}, not "${unknown.join(', ')}".`);
  }
  return {
    checks: CHECKS.filter((check) => names.includes(check)),
    jestArguments: given.toSpliced(at, inSameWord === undefined ? 2 : 1),
  };
}

function isCheck(name: string): name is CheckName {
  return (CHECKS as readonly string[]).includes(name);
}
