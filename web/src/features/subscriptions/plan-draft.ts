import type { Locale } from '@hyble/billing-functions/src/schema/common';
import type { BillingPeriod, CreatePlanRequest, Plan } from '@hyble/billing-functions/src/schema/plan';
import { moneyFieldText, numberFieldText, readMoney, readNumber } from '../../lib/number-input';

/** A plan as its fields stand, text as typed. */
export interface PlanDraft {
  readonly name: string;
  readonly description: string;
  readonly billingPeriod: BillingPeriod;
  readonly currency: string;
  readonly price: string;
  readonly taxRate: string;
  /** A line each. */
  readonly features: string;
  readonly trialDays: string;
  readonly isActive: boolean;
}

export type PlanField = 'name' | 'description' | 'price' | 'taxRate' | 'features' | 'trialDays';

/** What a draft asks the server for. */
export type PlanWish = Omit<Required<CreatePlanRequest>, 'requestId'>;

export interface ReadPlan {
  /** Null while there are problems. */
  readonly wish: PlanWish | null;
  readonly problems: ReadonlySet<PlanField>;
}

// The bounds are those of schema/plan.ts, which the server holds up again.
const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 1000;
const LONGEST_FEATURE = 200;
const MOST_FEATURES = 50;
const LONGEST_TRIAL = 365;

export function emptyPlan(locale: Locale): PlanDraft {
  return {
    name: '',
    description: '',
    billingPeriod: 'monthly',
    currency: 'TRY',
    price: '',
    taxRate: numberFieldText(20, locale),
    features: '',
    trialDays: '0',
    isActive: true,
  };
}

export function draftOf(plan: Plan, locale: Locale): PlanDraft {
  const { name, description, billingPeriod, currency, price, taxRate, features, trialDays, isActive } = plan;
  return {
    name,
    description,
    billingPeriod,
    currency,
    price: moneyFieldText(price, currency, locale),
    taxRate: numberFieldText(taxRate, locale),
    features: features.join('\n'),
    trialDays: String(trialDays),
    isActive,
  };
}

export function readPlan(draft: PlanDraft, locale: Locale): ReadPlan {
  const { billingPeriod, currency } = draft;
  const name = draft.name.trim();
  const description = draft.description.trim();
  const features = draft.features
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const money = readMoney(draft.price, currency, locale);
  const price = money.kind === 'amount' && money.amount >= 0 ? money.amount : null;
  const taxRate = readRate(draft.taxRate, locale);
  const trialDays = readDays(draft.trialDays);
  const problems = new Set<PlanField>();
  if (name === '' || name.length > LONGEST_NAME) problems.add('name');
  if (description.length > LONGEST_DESCRIPTION) problems.add('description');
  if (features.length > MOST_FEATURES || features.some((line) => line.length > LONGEST_FEATURE)) {
    problems.add('features');
  }
  if (price === null) problems.add('price');
  if (taxRate === null) problems.add('taxRate');
  if (trialDays === null) problems.add('trialDays');
  if (problems.size > 0 || price === null || taxRate === null || trialDays === null) {
    return { wish: null, problems };
  }
  const wish = { name, description, billingPeriod, price, currency, taxRate, features, trialDays };
  return { wish, problems };
}

function readRate(text: string, locale: Locale): number | null {
  const read = readNumber(text, locale);
  const rate = read.kind === 'number' ? Number(read.text) : Number.NaN;
  const hasTwoDecimals = Number.isInteger(Math.round(rate * 1e6) / 1e4);
  return rate >= 0 && rate <= 100 && hasTwoDecimals ? rate : null;
}

function readDays(text: string): number | null {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return days <= LONGEST_TRIAL ? days : null;
}
