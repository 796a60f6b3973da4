import type { Subscription } from '../../schema/subscription';

/**
 * Whether the service may run: it is paid for, on trial, or its dunning has not come to the suspension. One that is to
 * end with its period ends then, even before the sweep has noted it.
 */
export function mayRun(
  {
    status,
    cancelAtPeriodEnd,
    currentPeriodEnd,
  }: Pick<Subscription, 'status' | 'cancelAtPeriodEnd' | 'currentPeriodEnd'>,
  now: Date,
): boolean {
  const isServed = status === 'ACTIVE' || status === 'PAST_DUE';
  return isServed && !(cancelAtPeriodEnd && currentPeriodEnd <= now);
}
