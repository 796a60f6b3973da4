import { CallError } from './callable';
import type { CallErrorCode } from './callable';

const UNDECIDED: ReadonlySet<CallErrorCode> = new Set<CallErrorCode>([
  'OFFLINE',
  'INTERNAL',
  'GATEWAY_UNAVAILABLE',
  'GATEWAY_RESULT_UNKNOWN',
]);

/**
 * Whether it is not known what a call did. The server answers the same request id with what it did the first time, so
 * the request may be sent again, but unchanged.
 */
export function isUndecided(error: unknown): boolean {
  return error instanceof CallError && UNDECIDED.has(error.code);
}
