import type { Comparison } from './figure';
import { median } from './median';

export interface Interleaved {
  /** How many times each side is measured. */
  readonly rounds: number;
  /** Rounds before those, not counted: caches fill, code gets compiled. */
  readonly warmUps: number;
  /** Measures once, in the figure's unit. */
  readonly subject: () => number | Promise<number>;
  /** Measures once what the subject is compared with, in the same unit. */
  readonly baseline: () => number | Promise<number>;
}

/**
 * Measures subject and baseline in turn (A B A B …), so that a machine that gets slower or faster meanwhile does so
 * for both, and answers the median of each.
 */
export async function interleave({ rounds, warmUps, subject, baseline }: Interleaved): Promise<Comparison> {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const value = await subject();
    const compared = await baseline();
    if (round >= 0) {
      values.push(value);
      baselines.push(compared);
    }
  }
  return { value: median(values), baseline: median(baselines) };
}

/** How long work takes, in milliseconds. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How many of the items a second are worked off when `callers` take one after another, all at once. */
export async function perSecond<T>(
  items: readonly T[],
  callers: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  const queue = items.values();
  const call = async () => {
    for (const item of queue) await work(item);
  };
  const elapsed = await milliseconds(() => Promise.all(Array.from({ length: callers }, call)));
  return (items.length / elapsed) * 1000;
}
