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

/** Too many requests. Told once for each flood, without the address: that is personal data. */
export function requestsLimited(operation: string, who: 'stranger' | 'customer'): void {
  logger.warn('requests limited', { operation, who });
}

export function requestFailed(operation: string, error: unknown): void {
  logger.error('request failed', { operation, ...describe(error) });
}

/** One of many in a sweep, which goes on. */
export function invoiceFailed(operation: string, invoiceId: string, error: unknown): void {
  logger.error('invoice failed in a sweep', { operation, invoiceId, ...describe(error) });
}

export function gatewayCallFailed(gateway: string, call: string, paymentId: string, error: unknown): void {
  logger.warn('gateway call failed', { gateway, call, paymentId, ...describe(error) });
}

export function gatewayMethodCallFailed(gateway: string, call: string, error: unknown): void {
  logger.warn('gateway call about a saved card failed', { gateway, call, ...describe(error) });
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

export function stripeTold(subscriptionId: string, what: string, isTaken: boolean): void {
  logger.info('stripe told', { subscriptionId, what, isTaken });
}

export function mailSent(mailId: string, attempt: number): void {
  logger.info('mail sent', { mailId, attempt });
}

/** `state` says whether it is tried again; what the mail server said is in the mail's document, it may name people. */
export function mailNotSent(mailId: string, attempt: number, state: string | null): void {
  logger.warn('mail not sent', { mailId, attempt, state });
}

/** Cloud Logging drops an entry of more than 256 KB. */
const MOST_PROBLEMS = 100;

/** Ids and sums of the books, which name nobody: the one line with amounts, without which nobody could act on it. */
export function booksDoNotBalance(problems: readonly string[]): void {
  logger.error('books do not balance', {
    count: problems.length,
    problems: problems.slice(0, MOST_PROBLEMS),
  });
}

/**
 * The kind of an error, of what caused it, and where it came from. Messages may quote a payload or a gateway's text, so
 * only names, codes and stack frames are kept.
 */
function describe(error: unknown): Record<string, string | number> {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: error.name,
    code: codeOf(error),
    ...(error.cause instanceof Error && { cause: `${error.cause.name} ${codeOf(error.cause)}`.trim() }),
    stack: stackFrames(error),
  };
}

function codeOf(error: Error): string | number {
  const isCode = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number');
  return isCode ? (error.code as string | number) : '';
}

/** The stack without the message over it, some line of which may look like a frame. */
function stackFrames({ message, stack = '' }: Error): string {
  const end = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(end)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
