import type { ErrorCode } from '../schema/errors';

export type Facts = Record<string, string | number>;

/**
 * A request refused, or a failure with a name. `code` is stable; `facts` are ids and amounts that the sentence
 * needs, never personal data.
 */
export class BillingError extends Error {
  override readonly name = 'BillingError';

  constructor(
    readonly code: ErrorCode,
    readonly facts: Facts = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
  }
}

/** The value, unless it is missing. */
export function must<T>(value: T | null | undefined, code: ErrorCode, facts: Facts = {}): T {
  if (value === null || value === undefined) throw new BillingError(code, facts);
  return value;
}
