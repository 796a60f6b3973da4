import type { Subscription } from '../../schema/subscription';
import { isBilledByStripe } from './stripe/billed-by-stripe';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long before a period begins its customer is told. */
export const NOTICE_DAYS = 7;
/** How long a first invoice can be paid before the subscription is given up. */
export const FIRST_PAYMENT_DAYS = 7;

/**
 * When the engine looks at a subscription again that owes nothing: a week before the period ends, to tell the customer,
 * and at its end. Where Stripe begins the next period, a day after: by then it has, or its news is lost. Null when
 * nothing comes by itself: it is over, or suspended.
 */
export function nextActionOf(
  subscription: Pick<
    Subscription,
    'status' | 'stripe' | 'currentPeriodEnd' | 'cancelAtPeriodEnd' | 'pendingUpgrade'
  >,
  now: Date,
): Date | null {
  const { status, currentPeriodEnd, cancelAtPeriodEnd, pendingUpgrade } = subscription;
  if (status === 'CANCELLED') return null;
  // The days that are paid for are kept for the day it resumes, unless it was to end with them.
  if (status === 'SUSPENDED') return cancelAtPeriodEnd ? currentPeriodEnd : null;
  const notice = new Date(currentPeriodEnd.getTime() - NOTICE_DAYS * DAY_MS);
  const isLeft = isBilledByStripe(subscription) && !cancelAtPeriodEnd;
  const end = isLeft ? lookAgainAt(currentPeriodEnd) : currentPeriodEnd;
  const regular = notice > now && !cancelAtPeriodEnd ? notice : end;
  if (pendingUpgrade === null || pendingUpgrade.expiresAt > regular) return regular;
  return pendingUpgrade.expiresAt;
}

/** When a payment of ours that has not been answered is ordered again, by the same key. */
export function orderAgainAt(now: Date): Date {
  return new Date(now.getTime() + 30 * MINUTE_MS);
}

/** When to look again at something that only time can settle, such as a bank debit. */
export function lookAgainAt(now: Date): Date {
  return new Date(now.getTime() + DAY_MS);
}
