import { addDays, dayOf, startOfDay } from '../../functions/src/core/calendar';
import type { CalendarDay } from '../../functions/src/core/calendar';
import { minorUnits } from '../../functions/src/core/money';
import type { InvoiceItemRequest } from '../../functions/src/schema/invoice';
import type { GatewayName, PaymentFailure } from '../../functions/src/schema/payment';
import type { Person } from './people';
import { productId } from './products';
import type { OfferName } from './products';

/** The life of one invoice, told in days before today; the demo plays it through the real operations. */
export interface InvoiceStory {
  /** Names the invoice among the demo's; its id follows from it. */
  readonly key: string;
  readonly customer: Person;
  readonly organizationId?: string;
  /** The customer's own unless given. */
  readonly currency?: string;
  readonly items: readonly InvoiceItemRequest[];
  readonly notes?: string;
  /** How many days ago it was issued; null leaves it a draft. */
  readonly issued: number | null;
  /** Days to pay from the day of issue, or from today for a draft. */
  readonly terms: number;
  /** What happened after the issue, in order. */
  readonly then: readonly Step[];
}

interface Begin {
  readonly does: 'begin';
  readonly gateway: GatewayName;
  /** Percent of what is due; all of it unless given. */
  readonly part?: number;
  /** Who pays; the invoice's customer unless given. */
  readonly payer?: Person;
  /** Whether the payer's balance goes first; where it covers all of it, no gateway brings news. */
  readonly useWallet?: boolean;
}

/** Finance gives back of the payment that was begun last, by bank transfer or into the wallet. */
interface GiveBack {
  readonly does: 'refund';
  /** Of the payment's amount. */
  readonly percent: number;
  readonly destination: 'BANK' | 'WALLET';
  readonly reason: string;
}

/** What a gateway tells of the payment that was begun last. */
export type News =
  | { readonly does: 'succeed'; readonly installment?: number; readonly surchargePercent?: number }
  | { readonly does: 'process' }
  | {
      readonly does: 'fail';
      readonly reason: PaymentFailure;
      /** The gateway's own code and text. */
      readonly code: string;
      readonly message: string;
      /** False while the customer can try another card on the same page. */
      readonly isFinal: boolean;
    };

export type Step = { readonly daysAgo: number } & (
  Begin | News | GiveBack | { readonly does: 'cancel'; readonly reason: string }
);

/** Money that a customer put into their wallet on a past day. */
export interface TopUpStory {
  readonly key: string;
  readonly customer: Person;
  /** Minor units of the customer's own currency. */
  readonly amount: number;
  readonly gateway: GatewayName;
  readonly daysAgo: number;
}

/** A payment of a past day, from its beginning to the money. */
export function paid(
  gateway: GatewayName,
  daysAgo: number,
  options: Omit<Begin, 'does' | 'gateway'> & Omit<Extract<News, { does: 'succeed' }>, 'does'> = {},
): Step[] {
  const { part, payer, useWallet, ...success } = options;
  return [
    {
      daysAgo,
      does: 'begin',
      gateway,
      ...(part && { part }),
      ...(payer && { payer }),
      ...(useWallet && { useWallet }),
    },
    { daysAgo, does: 'succeed', ...success },
  ];
}

/** The bank refused the card; PayTR closes the order with the bank's own words. */
export function noFundsAtPaytr(daysAgo: number): Step {
  const message = 'Kart limiti veya bakiyesi yetersiz';
  return { daysAgo, does: 'fail', reason: 'FUNDS', code: '0', message, isFinal: true };
}

/** A card was declined; Stripe's page stays open for another one. */
export function declinedAtStripe(daysAgo: number): Step {
  const message = 'Your card has insufficient funds.';
  return { daysAgo, does: 'fail', reason: 'FUNDS', code: 'insufficient_funds', message, isFinal: false };
}

/** A line of a product, priced by its record. */
export function line(offer: OfferName, currency: 'TRY' | 'EUR' | 'USD', quantity = 1): InvoiceItemRequest {
  return { productId: productId(offer, currency), quantity };
}

/** A line priced here: net of VAT, in minor units; a discount is negative. */
export function freeLine(description: string, unitPrice: number, taxRate = 20): InvoiceItemRequest {
  return { description, quantity: 1, unitPrice: minorUnits(unitPrice), taxRate };
}

/** The seller's calendar day so many days ago. */
export function dayAgo(now: Date, days: number): CalendarDay {
  return addDays(dayOf(now), -days);
}

/** An instant of a past day, so many minutes after midnight at the seller's. */
export function instantAgo(now: Date, days: number, minutes: number): Date {
  return new Date(startOfDay(dayAgo(now, days)).getTime() + minutes * 60_000);
}
