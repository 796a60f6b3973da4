import type { GatewayName } from '../../functions/src/schema/payment';
import { organization, people } from './people';
import type { Person } from './people';
import { planId } from './plans';

/** The life of one subscription, told in days before today; the demo plays it through the real operations. */
export interface SubscriptionStory {
  /** Names the subscription among the demo's; its id follows from it. */
  readonly key: string;
  readonly customer: Person;
  readonly organizationId?: string;
  readonly planId: string;
  readonly began: number;
  /** How each invoice is paid, some hours after it came; null leaves every one of them unpaid. */
  readonly pays: GatewayName | null;
  /** From this day on nothing is paid any more. */
  readonly paysUntil?: number;
  /** What its customer did, in order. */
  readonly then?: readonly SubscriptionStep[];
}

export type SubscriptionStep = { readonly daysAgo: number } & (
  | { readonly does: 'payByCard' }
  | { readonly does: 'cancel'; readonly when: 'NOW' | 'PERIOD_END'; readonly reason: string }
  | { readonly does: 'change'; readonly planId: string }
);

/** A subscription in every status and on its way into most; `seed.emulator.test.ts` holds that. */
export const subscriptionStories: readonly SubscriptionStory[] = [
  { key: 'ayse-pro', customer: people.ayse, planId: planId('pro', 'TRY'), began: 75, pays: 'paytr' },
  {
    // Renewed some days ago, by a card that had expired.
    key: 'ayse-expired-card',
    customer: people.ayse,
    planId: planId('pro', 'TRY'),
    began: 34,
    pays: 'stripe',
    paysUntil: 33,
    then: [{ daysAgo: 32, does: 'payByCard' }],
  },
  {
    // Never paid since its second month, which is why it stands still.
    key: 'ayse-suspended',
    customer: people.ayse,
    planId: planId('start', 'TRY'),
    began: 64,
    pays: 'paytr',
    paysUntil: 45,
  },
  { key: 'ayse-unpaid', customer: people.ayse, planId: planId('business', 'TRY'), began: 2, pays: null },
  {
    key: 'gulsen-annual',
    customer: people.gulsen,
    planId: planId('pro', 'EUR', 'annually'),
    began: 100,
    pays: 'stripe',
  },
  {
    key: 'gulsen-ending',
    customer: people.gulsen,
    planId: planId('business', 'EUR'),
    began: 19,
    pays: 'stripe',
    then: [{ daysAgo: 6, does: 'cancel', when: 'PERIOD_END', reason: 'Too expensive' }],
  },
  {
    key: 'gulsen-cancelled',
    customer: people.gulsen,
    planId: planId('pro', 'EUR'),
    began: 82,
    pays: 'stripe',
    then: [{ daysAgo: 41, does: 'cancel', when: 'NOW', reason: 'I do not use it' }],
  },
  { key: 'olivia-trial', customer: people.olivia, planId: planId('start', 'USD'), began: 3, pays: null },
  {
    key: 'olivia-smaller',
    customer: people.olivia,
    planId: planId('business', 'USD'),
    began: 49,
    pays: 'stripe',
    then: [{ daysAgo: 5, does: 'change', planId: planId('pro', 'USD') }],
  },
  {
    key: 'organization-business',
    customer: people.cagri,
    organizationId: organization.id,
    planId: planId('business', 'TRY'),
    began: 130,
    pays: 'paytr',
  },
];
