import { parseArgs } from 'node:util';
import { Problem } from '../tools/problem';

/** The laws of the core, as `functions/src/testing/fuzz/laws.ts` names them, and their share of the histories. */
export const SHARES = {
  nothingIsLost: 0.4,
  orderDoesNotMatter: 0.2,
  crashDoesNotMatter: 0.2,
  crashesLoseNothing: 0.2,
} as const;
export type LawName = keyof typeof SHARES | 'agreement';

export interface FuzzArguments {
  /** How many histories each law is tried on. */
  readonly runs: Readonly<Partial<Record<LawName, number>>>;
  readonly seed: number;
  /** Of a failure, as an earlier run printed it: only that history is tried. */
  readonly path: string | undefined;
}

/** What `npm run fuzz` does unless told otherwise: a few minutes on two cores. */
const DEFAULT_RUNS = { core: 20_000, emulator: 300 };

/**
 * Reads `npm run fuzz [-- --runs N] [--seed S] [--emulator] [--only law] [--path P]`.
 * @throws Problem for what is none of these
 */
export function readFuzzArguments(given: readonly string[], randomSeed: number): FuzzArguments {
  const { emulator = false, only, path, ...numbers } = valuesOf(given);
  const laws: LawName[] = emulator ? ['agreement'] : (Object.keys(SHARES) as (keyof typeof SHARES)[]);
  if (only !== undefined && !laws.some((law) => law === only)) {
    throw new Problem(`--only takes ${laws.join(', ')}, not "${only}".`);
  }
  const runs = numberOf('runs', numbers.runs) ?? (emulator ? DEFAULT_RUNS.emulator : DEFAULT_RUNS.core);
  const wanted = laws.filter((law) => only === undefined || law === only);
  return {
    runs: path === undefined ? shared(runs, wanted) : Object.fromEntries(wanted.map((law) => [law, 1])),
    seed: numberOf('seed', numbers.seed) ?? randomSeed,
    path,
  };
}

function valuesOf(given: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { runs: text, seed: text, only: text, path: text, emulator: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...given], options }).values;
  } catch {
    // It throws for nothing but the command line, and says so at length.
    throw new Problem('npm run fuzz takes --runs N, --seed S, --emulator, --only law and --path P.');
  }
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Problem(`--${name} takes a whole number, not "${text}".`);
  return number;
}

/** All histories by the laws' shares; what rounding leaves goes to the first. */
function shared(runs: number, laws: readonly LawName[]): Partial<Record<LawName, number>> {
  const weights = laws.map((law) => (law === 'agreement' ? 1 : SHARES[law]));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.floor((runs * weight) / whole));
  const rest = runs - counts.reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(laws.map((law, at) => [law, (counts[at] ?? 0) + (at === 0 ? rest : 0)]));
}
