import { parseArgs } from 'node:util';
import type { Odd, Odds } from '../../functions/src/testing/simulation/odds';
import { ODDS, oddsWith } from '../../functions/src/testing/simulation/odds';
import type { SimulationSettings } from '../../functions/src/testing/simulation/simulate';
import { Problem } from '../tools/problem';

/** What `npm run simulate` is asked for: a simulation, or how to ask for one. */
export type Simulated = { readonly help: true } | (SimulationSettings & { readonly help: false });

const NUMBERS = {
  customers: [1_000, 1, 100_000, 'how many sign up in all'],
  months: [12, 1, 36, 'from January 2026'],
  seed: [7, 0, 2 ** 31, 'the same seed has the same course'],
  sweeps: [4, 1, 24, 'how often a day the scheduled functions run; 24 in production'],
} as const;
type Name = keyof typeof NUMBERS;

/**
 * Reads `npm run simulate [-- --customers N] [--months N] [--seed S] [--sweeps N] [--<odds> share] [--help]`.
 * @throws Problem for what is none of these
 */
export function readSimulateArguments(given: readonly string[]): Simulated {
  const { help = false, ...values } = valuesOf(given);
  if (help === true) return { help };
  const number = (name: Name) => numberOf(name, values[name]);
  const odds: Partial<Record<Odd, number>> = {};
  for (const odd of Object.keys(ODDS) as Odd[]) {
    const share = values[optionOf(odd)];
    if (share !== undefined) odds[odd] = shareOf(odd, share);
  }
  return {
    help: false,
    customers: number('customers'),
    months: number('months'),
    seed: number('seed'),
    sweeps: sweepsOf(number('sweeps')),
    odds: oddsWith(odds satisfies Partial<Odds>),
  };
}

/** What `--help` prints. */
export function helpText(): string {
  const rows = [
    ...Object.entries(NUMBERS).map(([name, [standard, , , what]]) => [name, standard, what] as const),
    ...Object.entries(ODDS).map(([odd, [share, what]]) => [optionOf(odd), share, what] as const),
  ];
  const lines = rows.map(
    ([name, standard, what]) => `  --${name.padEnd(22)} ${String(standard).padStart(6)}  ${what}`,
  );
  return [
    'npm run simulate -- [options]: a time of the business against the Firestore emulator, by a virtual clock.',
    '',
    ...lines,
    '',
    'Shares are from 0 to 1. The exit code is 1 when the books do not balance or a number is missing.',
  ].join('\n');
}

/** `softDecline` is `--soft-decline`. */
function optionOf(odd: string): string {
  return odd.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function valuesOf(given: readonly string[]): Values {
  const names = [...Object.keys(NUMBERS), ...Object.keys(ODDS).map(optionOf)];
  const texts = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  try {
    return parseArgs({ args: [...given], options: { ...texts, help: { type: 'boolean' } } }).values;
  } catch {
    // It throws for nothing but the command line, and says so at length.
    throw new Problem('That is no option of npm run simulate; see npm run simulate -- --help.');
  }
}

function numberOf(name: Name, text: Values[string]): number {
  const [standard, least, most] = NUMBERS[name];
  if (text === undefined) return standard;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least || number > most) {
    throw new Problem(`--${name} takes a whole number from ${least} to ${most}, not "${String(text)}".`);
  }
  return number;
}

/** A day has parts of equal length, so that periods begin with one. */
function sweepsOf(sweeps: number): number {
  if (24 % sweeps !== 0) throw new Problem(`--sweeps must divide 24, and ${sweeps} does not.`);
  return sweeps;
}

function shareOf(odd: string, text: string | boolean): number {
  const share = Number(text);
  if (!(share >= 0 && share <= 1)) {
    throw new Problem(`--${optionOf(odd)} takes a share from 0 to 1, not "${String(text)}".`);
  }
  return share;
}
