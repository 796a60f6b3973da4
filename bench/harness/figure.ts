/** What a figure is allowed to be, as value over baseline. */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

/** What was measured, and in the same run what it is compared with; both in the figure's unit. */
export interface Comparison {
  readonly value: number;
  readonly baseline: number;
}

/** What must run for a figure: the Firestore emulator alone, or the whole project with its web app. */
export type Service = 'firestore' | 'stack';

/** One figure of the benchmark. */
export interface Figure {
  /** Dotted, subject first: `webhook.throughput`. */
  readonly name: string;
  readonly unit: string;
  readonly target: Target;
  readonly needs?: Service;
  /** Runs in a process of its own, so that no figure warms, fills or configures anything for another. */
  readonly measure: () => Promise<Comparison>;
}

/** Whether a ratio of value to baseline keeps the target. */
export function keeps(target: Target, ratio: number): boolean {
  return 'atMost' in target ? ratio <= target.atMost : ratio >= target.atLeast;
}
