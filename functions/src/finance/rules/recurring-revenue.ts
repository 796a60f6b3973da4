import type { MinorUnits } from '../../core/money';
import { add, minorUnits, proportion, subtract, ZERO } from '../../core/money';
import type { Subscription } from '../../schema/subscription';

/** What a subscription brings in a month, at one instant. */
export interface Standing {
  readonly id: string;
  readonly currency: string;
  /** Without VAT; zero while it brings nothing. */
  readonly monthly: MinorUnits;
  /** Whether it has ever been paid for: what comes back is told from what is new. */
  readonly hasEarned: boolean;
}

type Earning = Pick<
  Subscription,
  'status' | 'startedAt' | 'trialEnd' | 'price' | 'billingPeriod' | 'currency'
>;

const MONTHS_OF_YEAR = minorUnits(12);

/**
 * The monthly recurring revenue (MRR) of a subscription: its price without VAT, of a yearly one the twelfth, half a
 * minor unit up. It counts while the service runs for money: not on trial, not before the first payment, not while
 * suspended; past due it counts until the suspension.
 */
export function standingOf(subscription: Earning & { readonly id: string }, at: Date): Standing {
  const { id, currency, status, startedAt, trialEnd, price, billingPeriod } = subscription;
  const isPaidFor = startedAt !== null && (trialEnd === null || trialEnd <= at);
  const counts = isPaidFor && (status === 'ACTIVE' || status === 'PAST_DUE');
  const aMonth = billingPeriod === 'monthly' ? price : proportion(price, minorUnits(1), MONTHS_OF_YEAR);
  return { id, currency, monthly: counts ? aMonth : ZERO, hasEarned: isPaidFor };
}

/** How the monthly revenue of one currency changed between two instants; `opening` and the changes make `closing`. */
export interface RevenueMovement {
  readonly opening: MinorUnits;
  /** Of subscriptions that bring something for the first time. */
  readonly fresh: MinorUnits;
  readonly expansion: MinorUnits;
  /** Negative. */
  readonly contraction: MinorUnits;
  /** Of subscriptions that bring nothing any more: cancelled or suspended. Negative. */
  readonly churn: MinorUnits;
  /** Of those that do so again. */
  readonly reactivation: MinorUnits;
  readonly closing: MinorUnits;
  /** Subscriptions, not amounts. */
  readonly count: { readonly opening: number; readonly churned: number; readonly closing: number };
}

type Change = 'fresh' | 'expansion' | 'contraction' | 'churn' | 'reactivation';

/**
 * Compares the standings of two instants, by currency. A subscription that is missing from one of them brought nothing
 * then.
 */
export function revenueMovements(
  before: readonly Standing[],
  after: readonly Standing[],
): ReadonlyMap<string, RevenueMovement> {
  const currencies = [...new Set([...before, ...after].map(({ currency }) => currency))].sort();
  return new Map(
    currencies.map((currency) => {
      const of = (list: readonly Standing[]) => list.filter((one) => one.currency === currency);
      return [currency, movement(of(before), of(after))] as const;
    }),
  );
}

function movement(before: readonly Standing[], after: readonly Standing[]): RevenueMovement {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const later = new Map(after.map((one) => [one.id, one]));
  const changes = [...new Set([...earlier.keys(), ...later.keys()])].flatMap((id) => {
    const was = earlier.get(id);
    const [from, to] = [was?.monthly ?? ZERO, later.get(id)?.monthly ?? ZERO];
    const kind = changeOf(from, to, was?.hasEarned ?? false);
    return kind === null ? [] : [{ kind, by: subtract(to, from) }];
  });
  const sumOf = (kind: Change) => add(...changes.filter((one) => one.kind === kind).map(({ by }) => by));
  const earning = (list: readonly Standing[]) => list.filter(({ monthly }) => monthly > 0);
  return {
    opening: add(...before.map(({ monthly }) => monthly)),
    fresh: sumOf('fresh'),
    expansion: sumOf('expansion'),
    contraction: sumOf('contraction'),
    churn: sumOf('churn'),
    reactivation: sumOf('reactivation'),
    closing: add(...after.map(({ monthly }) => monthly)),
    count: {
      opening: earning(before).length,
      churned: changes.filter(({ kind }) => kind === 'churn').length,
      closing: earning(after).length,
    },
  };
}

function changeOf(from: MinorUnits, to: MinorUnits, hadEarned: boolean): Change | null {
  if (from === to) return null;
  if (from === 0) return hadEarned ? 'reactivation' : 'fresh';
  if (to === 0) return 'churn';
  return to > from ? 'expansion' : 'contraction';
}
