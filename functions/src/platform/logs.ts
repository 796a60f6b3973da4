import * as logger from 'firebase-functions/logger';
import type { BillingError } from './errors';

/**
 * Every line this module logs, named for what happened. Ids and codes only: no payload, no e-mail, no name, no
 * amount.
 */

export interface EventIds {
  readonly gateway: string;
  readonly eventId: string;
  readonly type: string;
}

export function gatewayEventHandled(event: EventIds, outcome: { outcome: string; result: string }): void {
  logger.info('gateway event handled', { ...event, ...outcome });
}

export function gatewayEventFailed(event: EventIds, error: unknown): void {
  logger.error('gateway event failed; the gateway will send it again', { ...event, ...describe(error) });
}

export function callbackRefused(gateway: string, error: BillingError): void {
  logger.warn('callback refused', { gateway, code: error.code });
}

export function requestRefused(operation: string, error: BillingError): void {
  logger.info('request refused', { operation, code: error.code });
}

export function requestFailed(operation: string, error: unknown): void {
  logger.error('request failed', { operation, ...describe(error) });
}

export function gatewayCallFailed(gateway: string, call: string, paymentId: string, error: unknown): void {
  logger.warn('gateway call failed', { gateway, call, paymentId, ...describe(error) });
}

/** Why a gateway would not begin a payment: the code or the field that it names, never a customer's data. */
export function gatewayRefused(gateway: string, reason: string): void {
  logger.warn('gateway refused', { gateway, reason });
}

export function gatewayReconciled(what: {
  readonly gateway: string;
  readonly day: string;
  readonly events: number;
  readonly differences: number;
}): void {
  logger.info('gateway reconciled', what);
}

export function subscriptionAdvanced(subscriptionId: string, did: string): void {
  logger.info('subscription advanced', { subscriptionId, did });
}

/** Ids and sums of the books, which name nobody. */
export function booksDoNotBalance(problems: readonly string[]): void {
  logger.error('books do not balance', { problems });
}

/** The kind of an error and where it came from; its message may quote a payload, so only codes are kept. */
function describe(error: unknown): Record<string, string | number> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : '';
  return { error: error.name, code, stack: stackFrames(error) };
}

function stackFrames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}
