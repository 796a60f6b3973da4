import fc from 'fast-check';
import { anyFault, anyHistory, anyPatience, newsOnly } from './any-history';
import type { History } from './history';
import { AT_ONCE, inWords } from './history';
import { inMemory } from './memory-firestore';
import type { Fault } from './outside-calls';
import {
  crashDoesNotMatter,
  crashesLoseNothing,
  nothingIsLost,
  orderDoesNotMatter,
  storagesAgree,
} from './properties';
import type { NewStorage, Note } from './world';

/** How many histories to try, and which. */
export interface Trial {
  readonly runs: number;
  readonly seed: number;
  /** Of a failure that was found with the same seed: tries only that one. */
  readonly path?: string;
  readonly note?: Note;
}

export interface Verdict {
  readonly runs: number;
  /** The shortest history found that breaks the law. */
  readonly failure: {
    readonly seed: number;
    readonly path: string;
    /** To be read by people. */
    readonly history: string;
    readonly problem: string;
  } | null;
}

/** Something that must hold for every history. */
export interface Law {
  readonly says: string;
  check(trial: Trial): Promise<Verdict>;
}

function law<Case>(
  says: string,
  cases: fc.Arbitrary<Case>,
  holds: (one: Case, note?: Note) => Promise<void>,
  words: (one: Case) => string,
): Law {
  return {
    says,
    check: async ({ runs: numRuns, seed, path, note }) => {
      const details = await fc.check(
        fc.asyncProperty(cases, (one) => holds(one, note)),
        { numRuns, seed, ...(path === undefined ? {} : { path }) },
      );
      const { counterexample, counterexamplePath, errorInstance } = details;
      if (counterexample === null) return { runs: details.numRuns, failure: null };
      const problem = errorInstance instanceof Error ? describe(errorInstance) : String(errorInstance);
      const failure = { seed, path: counterexamplePath, history: words(counterexample[0]), problem };
      return { runs: details.numRuns, failure };
    },
  };
}

/** Where it comes from matters only for what nobody expected. */
function describe(error: Error): string {
  return error.name === 'Disagreement' ? error.message : (error.stack ?? error.message);
}

const crashWords = (faults: readonly Fault[]) =>
  faults.map(
    ({ at, when, dies }) =>
      `   call ${at} fails ${when} it took effect${dies ? ', and so does the process' : ''}`,
  );

const ordered = (history: History): History => ({ ...history, deliveries: [AT_ONCE] });

/** The laws of the money core, to be tried on any storage; most are tried in memory. */
export const coreLaws = (newStorage: NewStorage) =>
  ({
    nothingIsLost: law(
      'whatever happens, nothing is lost, doubled or left under way',
      anyHistory,
      (history, note) => nothingIsLost(newStorage, history, note),
      inWords,
    ),
    orderDoesNotMatter: law(
      'the order, delay, repetition and loss of news do not matter',
      newsOnly,
      (history, note) => orderDoesNotMatter(newStorage, history, note),
      ({ before, news, deliveries }) => inWords({ actions: [...before, ...news], deliveries }),
    ),
    crashDoesNotMatter: law(
      'a crash at any outside call, before or after it took effect, does not matter',
      fc.tuple(anyHistory.map(ordered), anyFault),
      ([{ actions }, fault], note) => crashDoesNotMatter(newStorage, actions, fault, note),
      ([history, fault]) => [inWords(history), ...crashWords([fault])].join('\n'),
    ),
    crashesLoseNothing: law(
      'several crashes lose nothing, whether or not anybody tries again',
      fc.tuple(anyHistory, fc.array(anyFault, { minLength: 1, maxLength: 4 }), anyPatience),
      ([history, faults, patience], note) =>
        crashesLoseNothing(newStorage, history, faults, { patience, note }),
      ([history, faults, { peopleTryAgain }]) =>
        [
          inWords(history),
          ...crashWords(faults),
          `   people ${peopleTryAgain ? '' : 'do not '}try again`,
        ].join('\n'),
    ),
  }) satisfies Record<string, Law>;

export type CoreLaw = keyof ReturnType<typeof coreLaws>;

/** The core in memory and the real database leave the same documents. */
export const agreement = (database: NewStorage): Law =>
  law(
    'the same history in memory and through Firestore leaves the same documents',
    anyHistory,
    (history, note) => storagesAgree(inMemory, database, history, note),
    inWords,
  );
