import type { Request } from 'firebase-functions/v2/https';
import type { Caller } from './auth';
import { clientAddress } from './client-address';
import { BillingError } from './errors';
import * as logs from './logs';
import type { RateLimiter } from './rate-limit';
import { CUSTOMER_LIMIT, rateLimiter, STRANGER_LIMIT } from './rate-limit';

/**
 * The limits of one public function. Who proves who they are is limited by that and never by an address, so that no
 * stranger can use up the calls of a customer, or make us refuse a gateway's signed callback.
 */
export interface CallLimits {
  /**
   * Counts a request that proved nothing.
   * @throws BillingError RATE_LIMITED when too many came from its address; the answer then names `Retry-After`.
   */
  readonly stranger: (request: Request, now: Date) => void;
  /**
   * Counts a request of somebody signed in; staff is not limited, since other modules act in its name.
   * @throws BillingError RATE_LIMITED, as above.
   */
  readonly caller: (caller: Caller, request: Request, now: Date) => void;
}

export function callLimits(operation: string): CallLimits {
  const strangers = rateLimiter(STRANGER_LIMIT);
  const customers = rateLimiter(CUSTOMER_LIMIT);

  function count(
    limiter: RateLimiter,
    who: 'stranger' | 'customer',
    key: string,
    request: Request,
    now: Date,
  ): void {
    const verdict = limiter.take(key, now);
    if (verdict.allowed) return;
    const { retryAfter, isFirst } = verdict;
    if (isFirst) logs.requestsLimited(operation, who);
    request.res?.set('Retry-After', String(retryAfter));
    throw new BillingError('RATE_LIMITED', { retryAfter });
  }

  return {
    stranger: (request, now) => {
      count(strangers, 'stranger', clientAddress(request), request, now);
    },
    caller: ({ uid, role }, request, now) => {
      if (role === null) count(customers, 'customer', uid, request, now);
    },
  };
}
