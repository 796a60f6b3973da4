import { BillingError } from '../../platform/errors';
import type { SubscriptionStatus } from '../../schema/subscription';
import type { SubscriptionAction, SubscriptionState } from './subscription-state';
import { allows, assertSubscriptionAllows, stateOf } from './subscription-state';

const no = {
  notStarted: 'SUBSCRIPTION_NOT_STARTED',
  pastDue: 'SUBSCRIPTION_PAST_DUE',
  notPastDue: 'SUBSCRIPTION_NOT_PAST_DUE',
  suspended: 'SUBSCRIPTION_SUSPENDED',
  cancelled: 'SUBSCRIPTION_CANCELLED',
} as const;

const STATES: SubscriptionState[] = ['NOT_STARTED', 'ACTIVE', 'PAST_DUE', 'SUSPENDED', 'CANCELLED'];

/** Written out a second time on purpose: a wrong cell must be wrong twice to pass. In the order of `STATES`. */
const EXPECTED: Record<SubscriptionAction, (string | null)[]> = {
  change: [no.notStarted, null, no.pastDue, no.suspended, no.cancelled],
  cancelNow: [null, null, null, null, no.cancelled],
  cancelAtPeriodEnd: [no.notStarted, null, null, no.suspended, no.cancelled],
  resume: [no.notStarted, null, null, null, no.cancelled],
  changePaymentWay: [null, null, null, null, no.cancelled],
  renew: [no.notStarted, null, no.pastDue, no.suspended, no.cancelled],
  fail: [no.notStarted, null, null, no.suspended, no.cancelled],
  suspend: [no.notStarted, no.notPastDue, null, no.suspended, no.cancelled],
  recover: [null, null, null, null, no.cancelled],
};

const ROWS = Object.entries(EXPECTED).flatMap(([action, codes]) =>
  STATES.map((state, at) => [action as SubscriptionAction, state, codes[at] ?? null] as const),
);

const in_ = (state: SubscriptionState) => ({
  status: (state === 'NOT_STARTED' ? 'SUSPENDED' : state) satisfies SubscriptionStatus,
  startedAt: state === 'NOT_STARTED' ? null : new Date('2026-03-10T10:00:00Z'),
});

test.each(ROWS)('%s in %s: %s', (action, state, code) => {
  const subscription = in_(state);
  expect(stateOf(subscription)).toBe(state);
  expect(allows(action, subscription)).toBe(code === null);
  const attempt = () => {
    assertSubscriptionAllows(action, subscription);
  };
  if (code === null) expect(attempt).not.toThrow();
  else expect(attempt).toThrow(new BillingError(code as BillingError['code']));
});
