/** One line of the cost table: something that a deployed function does, and the state of affairs in which it does it. */
export interface CostCase {
  /** The function as `index.ts` names it, such as `invoice.create`, or the type of a gateway's event. */
  readonly subject: string;
  readonly what: string;
  /** Brings the state of affairs about, uncounted; answers what is counted. */
  readonly prepare: () => Promise<() => Promise<unknown>>;
}

/** The cases of one subject. */
export function casesOf(subject: string, cases: Readonly<Record<string, CostCase['prepare']>>): CostCase[] {
  return Object.entries(cases).map(([what, prepare]) => ({ subject, what, prepare }));
}
