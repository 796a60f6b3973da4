import type { Response } from 'express';
import { z } from 'zod';
import { serverFault } from './errors';

/** How the next API calls go wrong, for tests of what the caller does then. */
export const apiFaultsSchema = z.strictObject({
  /** This many of the next calls fail. Counts down. */
  fail: z.int().min(0),
  /** A server error, no answer at all until the caller gives up, or a connection cut. */
  status: z.union([z.literal(500), z.literal('timeout'), z.literal('drop')]).default(500),
  /** Fail once the call has taken effect: the caller cannot know that it did. */
  after: z.boolean().default(false),
  /** Only calls whose address begins so, such as `/payment_intents`; the others go on as ever. */
  path: z.string().default('/'),
});

export type ApiFaults = z.output<typeof apiFaultsSchema>;

export interface ApiFaultSwitch {
  readonly faults: ApiFaults;
  set(faults: ApiFaults): void;
  /** The fault of the call at hand, whose address is below `/v1`; null when it goes well. */
  next(path: string): ApiFaults | null;
}

export function createApiFaultSwitch(): ApiFaultSwitch {
  let faults: ApiFaults = { fail: 0, status: 500, after: false, path: '/' };
  return {
    get faults() {
      return faults;
    },
    set(next) {
      faults = next;
    },
    next(path) {
      if (faults.fail === 0 || !path.startsWith(faults.path)) return null;
      faults = { ...faults, fail: faults.fail - 1 };
      return faults;
    },
  };
}

/** Fails a call the chosen way; a timeout leaves it open for the caller to hang up. */
export function sabotage(response: Response, fault: ApiFaults): void {
  if (fault.status === 500) {
    const { status, body } = serverFault();
    response.status(status).json({ error: body });
  } else if (fault.status === 'drop') {
    response.destroy();
  }
}
