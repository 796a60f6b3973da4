import { BillingError } from '../../platform/errors';
import type { ErrorCode } from '../../schema/errors';
import type { Subscription, SubscriptionStatus } from '../../schema/subscription';

/** Statuses, and beside them the time before the first payment, in which SUSPENDED subscriptions have not begun. */
export type SubscriptionState = SubscriptionStatus | 'NOT_STARTED';

export type SubscriptionAction =
  | 'change'
  | 'cancelNow'
  | 'cancelAtPeriodEnd'
  | 'resume'
  | 'changePaymentWay'
  /** The engine's own: a new period, a failed payment, the end of the service, an invoice that is paid. */
  | 'renew'
  | 'fail'
  | 'suspend'
  | 'recover';

/** What may be done to a subscription in each state, or why not. */
const ALLOWED: Record<SubscriptionAction, Record<SubscriptionState, 'allowed' | ErrorCode>> = {
  change: {
    NOT_STARTED: 'SUBSCRIPTION_NOT_STARTED',
    ACTIVE: 'allowed',
    PAST_DUE: 'SUBSCRIPTION_PAST_DUE',
    SUSPENDED: 'SUBSCRIPTION_SUSPENDED',
    CANCELLED: 'SUBSCRIPTION_CANCELLED',
  },
  cancelNow: {
    NOT_STARTED: 'allowed',
    ACTIVE: 'allowed',
    PAST_DUE: 'allowed',
    SUSPENDED: 'allowed',
    CANCELLED: 'SUBSCRIPTION_CANCELLED',
  },
  cancelAtPeriodEnd: {
    NOT_STARTED: 'SUBSCRIPTION_NOT_STARTED',
    ACTIVE: 'allowed',
    PAST_DUE: 'allowed',
    SUSPENDED: 'SUBSCRIPTION_SUSPENDED',
    CANCELLED: 'SUBSCRIPTION_CANCELLED',
  },
  resume: {
    NOT_STARTED: 'SUBSCRIPTION_NOT_STARTED',
    ACTIVE: 'allowed',
    PAST_DUE: 'allowed',
    SUSPENDED: 'allowed',
    CANCELLED: 'SUBSCRIPTION_CANCELLED',
  },
  changePaymentWay: {
    NOT_STARTED: 'allowed',
    ACTIVE: 'allowed',
    PAST_DUE: 'allowed',
    SUSPENDED: 'allowed',
    CANCELLED: 'SUBSCRIPTION_CANCELLED',
  },
  renew: {
    NOT_STARTED: 'SUBSCRIPTION_NOT_STARTED',
    ACTIVE: 'allowed',
    PAST_DUE: 'SUBSCRIPTION_PAST_DUE',
    SUSPENDED: 'SUBSCRIPTION_SUSPENDED',
    CANCELLED: 'SUBSCRIPTION_CANCELLED',
  },
  fail: {
    NOT_STARTED: 'SUBSCRIPTION_NOT_STARTED',
    ACTIVE: 'allowed',
    PAST_DUE: 'allowed',
    SUSPENDED: 'SUBSCRIPTION_SUSPENDED',
    CANCELLED: 'SUBSCRIPTION_CANCELLED',
  },
  suspend: {
    NOT_STARTED: 'SUBSCRIPTION_NOT_STARTED',
    ACTIVE: 'SUBSCRIPTION_NOT_PAST_DUE',
    PAST_DUE: 'allowed',
    SUSPENDED: 'SUBSCRIPTION_SUSPENDED',
    CANCELLED: 'SUBSCRIPTION_CANCELLED',
  },
  recover: {
    NOT_STARTED: 'allowed',
    ACTIVE: 'allowed',
    PAST_DUE: 'allowed',
    SUSPENDED: 'allowed',
    CANCELLED: 'SUBSCRIPTION_CANCELLED',
  },
};

type Stated = Pick<Subscription, 'status' | 'startedAt'>;

export function stateOf({ status, startedAt }: Stated): SubscriptionState {
  return status === 'SUSPENDED' && startedAt === null ? 'NOT_STARTED' : status;
}

/** Whether the engine may act: it finds subscriptions that others were quicker with, and leaves those alone. */
export function allows(action: SubscriptionAction, subscription: Stated): boolean {
  return ALLOWED[action][stateOf(subscription)] === 'allowed';
}

/** @throws BillingError with the reason when the subscription's state forbids the action. */
export function assertSubscriptionAllows(action: SubscriptionAction, subscription: Stated): void {
  const verdict = ALLOWED[action][stateOf(subscription)];
  if (verdict !== 'allowed') throw new BillingError(verdict);
}
