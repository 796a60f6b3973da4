import { minorUnits } from '../../../core/money';
import type { BillingPeriod } from '../../../schema/plan';
import { billingPeriod } from '../../../schema/plan';
import type { BillingOrder, GatewayAgreement } from '../../gateway';

type Metadata = Readonly<Record<string, string>> | null;

/** In place of no organization: an empty value would unset the key. */
const NO_ORGANIZATION = '-';
const LONGEST_VALUE = 500;

/**
 * What a subscription at Stripe carries of ours. Stripe copies it to each invoice as it is when that is made, so that the
 * invoice tells by which terms it bills, whatever changes later.
 */
export function agreementMetadata(project: string, order: BillingOrder): Record<string, string> {
  const { subscriptionId, userId, organizationId, number, terms } = order;
  return {
    project,
    subscriptionId,
    userId,
    organizationId: organizationId ?? NO_ORGANIZATION,
    order: String(number),
    planId: terms.planId,
    planName: terms.planName.slice(0, LONGEST_VALUE),
    billingPeriod: terms.billingPeriod,
    price: String(terms.price),
    taxRate: String(terms.taxRate),
  };
}

/** The same as it is read from an invoice; null when it was not us who wrote it. */
export function agreementFrom(metadata: Metadata): GatewayAgreement | null {
  const { userId, organizationId, planId, planName, price, taxRate } = metadata ?? {};
  const period = periodFrom(metadata?.billingPeriod);
  if (userId === undefined || organizationId === undefined || planId === undefined) return null;
  if (planName === undefined || price === undefined || taxRate === undefined || period === null) return null;
  return {
    userId,
    organizationId: organizationId === NO_ORGANIZATION ? null : organizationId,
    terms: {
      planId,
      planName,
      billingPeriod: period,
      price: minorUnits(Number(price)),
      taxRate: Number(taxRate),
    },
  };
}

/** The number of the last order that a subscription was changed by. */
export function orderNumberFrom(metadata: Metadata): number | null {
  const number = Number(metadata?.order);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

function periodFrom(text: string | undefined): BillingPeriod | null {
  const parsed = billingPeriod.safeParse(text);
  return parsed.success ? parsed.data : null;
}
