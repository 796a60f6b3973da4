import { createHash } from 'node:crypto';

/**
 * Chance that depends on nothing but the seed and on what is drawn for: the same question has the same answer whenever
 * and in whatever order it is asked, so that work done at the same time cannot change the course of a simulation.
 */
export interface Draw {
  /** A number from 0 up to, and without, 1. */
  number(...about: readonly Part[]): number;
  /** Whether something of these odds happens. */
  happens(odds: number, ...about: readonly Part[]): boolean;
  /** One of several, by their weights. */
  oneOf<T>(choices: readonly (readonly [T, number])[], ...about: readonly Part[]): T;
  /** A whole number, both ends included. */
  between(least: number, most: number, ...about: readonly Part[]): number;
  /** An id as browsers make them. */
  uuid(...about: readonly Part[]): string;
}

type Part = string | number;

export function drawing(seed: number): Draw {
  const digest = (about: readonly Part[]) =>
    createHash('sha256')
      .update(JSON.stringify([seed, ...about]))
      .digest();
  const number = (...about: readonly Part[]) => digest(about).readUInt32BE() / 2 ** 32;
  return {
    number,
    happens: (odds, ...about) => number(...about) < odds,
    oneOf: (choices, ...about) => {
      let left = number(...about) * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      throw new RangeError('There is nothing to choose from');
    },
    between: (least, most, ...about) => least + Math.floor(number(...about) * (most - least + 1)),
    uuid: (...about) => {
      const hex = digest(about).toString('hex');
      const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
      return [...parts, hex.slice(20, 32)].join('-');
    },
  };
}
