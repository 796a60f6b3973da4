import { addDays, dayOf, startOfDay } from '@hyble/billing-functions/src/core/calendar';
import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import { totalInvoice } from '@hyble/billing-functions/src/invoices/rules/total-invoice';
import type { Subscription, SubscriptionStatus } from '@hyble/billing-functions/src/schema/subscription';
import { nextStep, suspensionAt } from '@hyble/billing-functions/src/subscriptions/rules/dunning-calendar';
import { FIRST_PAYMENT_DAYS } from '@hyble/billing-functions/src/subscriptions/rules/next-action';

/** What a subscription's state is called: its status, and beside it the time before its first payment. */
export type SubscriptionStanding = SubscriptionStatus | 'NOT_STARTED';

/** What happens next to a subscription by itself, or what its customer has to do. */
export type Outlook =
  /** Nothing runs until its first invoice is paid; given up after `until`. */
  | { readonly kind: 'NOT_STARTED'; readonly until: Date }
  | { readonly kind: 'TRIAL'; readonly until: Date }
  | { readonly kind: 'RENEWS'; readonly at: Date }
  | { readonly kind: 'ENDS'; readonly at: Date }
  /** The period is invoiced, and its customer pays it themselves. */
  | { readonly kind: 'INVOICE_OPEN' }
  /** A payment of ours is under way. */
  | { readonly kind: 'COLLECTING' }
  | {
      readonly kind: 'PAST_DUE';
      /** What the calendar does at `at`: charge again, remind, or stop the service. */
      readonly next: 'RETRY' | 'REMINDER' | 'SUSPENSION';
      readonly at: Date;
      readonly suspendsAt: Date;
    }
  | { readonly kind: 'SUSPENDED' }
  | { readonly kind: 'CANCELLED'; readonly at: Date };

export function standingOf({ status, startedAt }: Pick<Subscription, 'status' | 'startedAt'>) {
  return status === 'SUSPENDED' && startedAt === null ? 'NOT_STARTED' : status;
}

export function outlookOf(subscription: Subscription, now: Date): Outlook {
  const { attempt, cancelledAt, cancelAtPeriodEnd, currentPeriodStart, currentPeriodEnd } = subscription;
  const { dunning, openInvoiceId, paymentWay, trialEnd } = subscription;
  switch (standingOf(subscription)) {
    case 'CANCELLED':
      return { kind: 'CANCELLED', at: cancelledAt ?? currentPeriodEnd };
    case 'NOT_STARTED':
      if (attempt !== null) return { kind: 'COLLECTING' };
      return {
        kind: 'NOT_STARTED',
        until: startOfDay(addDays(dayOf(currentPeriodStart), FIRST_PAYMENT_DAYS)),
      };
    case 'SUSPENDED':
      return attempt === null ? { kind: 'SUSPENDED' } : { kind: 'COLLECTING' };
    case 'PAST_DUE':
      if (attempt !== null || dunning === null) return { kind: 'COLLECTING' };
      return {
        kind: 'PAST_DUE',
        ...nextOf(nextStep(dunning, now), {
          isCharged:
            paymentWay.kind === 'CARD' && dunning.reason !== null && dunning.refusedMethodId === null,
        }),
        suspendsAt: suspensionAt(dunning),
      };
    case 'ACTIVE':
      if (openInvoiceId !== null) return { kind: attempt === null ? 'INVOICE_OPEN' : 'COLLECTING' };
      if (cancelAtPeriodEnd) return { kind: 'ENDS', at: currentPeriodEnd };
      return trialEnd !== null && now < trialEnd
        ? { kind: 'TRIAL', until: trialEnd }
        : { kind: 'RENEWS', at: currentPeriodEnd };
  }
}

function nextOf({ what, at }: ReturnType<typeof nextStep>, { isCharged }: { isCharged: boolean }) {
  if (what === 'SUSPENSION') return { next: what, at };
  return { next: isCharged ? ('RETRY' as const) : ('REMINDER' as const), at };
}

/** What a period of these terms costs with VAT, in minor units, as its invoice will say. */
export function grossOf({ price, taxRate }: { readonly price: MinorUnits; readonly taxRate: number }) {
  return totalInvoice([{ quantity: 1, unitPrice: price, taxRate }]).total;
}
