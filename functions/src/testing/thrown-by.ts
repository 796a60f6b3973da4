import type { Facts } from '../platform/errors';
import { BillingError } from '../platform/errors';
import type { ErrorCode } from '../schema/errors';

/** The BillingError that a rule ends in, as plain data to compare. */
export function thrownBy(decide: () => unknown): { code: ErrorCode; facts: Facts } {
  try {
    decide();
  } catch (error) {
    if (!(error instanceof BillingError)) throw error;
    return { code: error.code, facts: error.facts };
  }
  throw new Error('Nothing was thrown');
}
