import type { RefundDestination } from '../../schema/refund';
import type { GatewayName, PaymentFailure } from '../../schema/payment';
import type { StatementFormat } from './bank';
import type { Answer, Bank, Lie } from './simulated-gateway';

/**
 * What may happen, as plain data. Numbers that name an invoice, a customer, an attempt, a payment or an earlier command
 * are taken modulo what there is, so that every history can be played, and shortened and still be played. Parts are of
 * what is due or left. `answer` is how the gateway's answer reaches us; `during` lets the next action happen after so
 * many outside calls of this one, before it goes on: 0 lets it end first.
 */
export type Action =
  | { readonly do: 'issue'; readonly invoice: number }
  | { readonly do: 'cancel'; readonly invoice: number }
  | {
      readonly do: 'checkout';
      readonly invoice: number;
      /** Whether the customer's other invoice is paid with it. */
      readonly both: boolean;
      readonly useWallet: boolean;
      readonly part: number;
      readonly gateway: GatewayName;
      readonly answer: Answer;
      readonly during: number;
    }
  | {
      readonly do: 'topUp';
      readonly customer: number;
      readonly amount: number;
      readonly gateway: GatewayName;
      readonly answer: Answer;
      readonly during: number;
    }
  /** A kept card is charged without a page, by its owner's click or by finance. */
  | {
      readonly do: 'charge';
      readonly invoice: number;
      readonly both: boolean;
      readonly byOwner: boolean;
      readonly part: number;
      readonly gateway: GatewayName;
      readonly bank: Bank;
      readonly answer: Answer;
      readonly during: number;
    }
  | { readonly do: 'pay'; readonly attempt: number }
  | { readonly do: 'decline'; readonly attempt: number; readonly reason: PaymentFailure }
  | { readonly do: 'payLater'; readonly attempt: number }
  | { readonly do: 'settleLater'; readonly attempt: number; readonly isPaid: boolean }
  | { readonly do: 'expire'; readonly attempt: number }
  /** Reported as expired although it can still be paid. */
  | { readonly do: 'lapse'; readonly attempt: number }
  | { readonly do: 'panelRefund'; readonly attempt: number; readonly part: number }
  | { readonly do: 'dispute'; readonly attempt: number }
  | { readonly do: 'closeDispute'; readonly attempt: number; readonly isWon: boolean }
  | { readonly do: 'lie'; readonly attempt: number; readonly lie: Lie }
  | { readonly do: 'abandon'; readonly payment: number; readonly during: number }
  | {
      readonly do: 'refund';
      readonly payment: number;
      readonly part: number;
      readonly destination: RefundDestination;
      readonly answer: Answer;
      readonly during: number;
    }
  | { readonly do: 'bankTransfer'; readonly invoice: number; readonly both: boolean; readonly part: number }
  /** A customer transfers money, of which only the bank knows until its statement is imported. */
  | {
      readonly do: 'send';
      readonly invoice: number;
      readonly both: boolean;
      readonly part: number;
      /** Whether the customer writes the invoices' numbers. */
      readonly isNamed: boolean;
      /** Whether the bank gives a reference of its own. */
      readonly hasReference: boolean;
    }
  /** Finance imports the bank's statement, which begins with one of the days on which something came. */
  | { readonly do: 'importStatement'; readonly format: StatementFormat; readonly since: number }
  | {
      readonly do: 'match';
      readonly line: number;
      readonly asProposed: boolean;
      readonly invoice: number;
      readonly both: boolean;
    }
  | { readonly do: 'dismiss'; readonly line: number }
  /** The hourly sweep for what is overdue; with 1, the next action happens between its query and its transactions. */
  | { readonly do: 'sweep'; readonly during: 0 | 1 }
  /** An earlier command once more, word for word: a second click, or a browser that tries again. */
  | { readonly do: 'again'; readonly command: number; readonly answer: Answer; readonly during: number }
  /** Time passes and the hourly check runs; during an outage the gateways answer it nothing. */
  | { readonly do: 'wait'; readonly hours: number; readonly isOutage: boolean; readonly during: number };

/** What customers, banks and staff do at a gateway, without anybody asking us. */
export type Happening = Extract<
  Action,
  {
    do:
      | 'pay'
      | 'decline'
      | 'payLater'
      | 'settleLater'
      | 'expire'
      | 'lapse'
      | 'panelRefund'
      | 'dispute'
      | 'closeDispute';
  }
>;
/** What somebody asks of the functions. */
export type Asking = Exclude<Action, Happening | { do: 'wait' | 'send' | 'sweep' }>;

/** How an event is delivered: after how many further actions, how often, or not at all. */
export interface Delivery {
  readonly delay: number;
  readonly copies: number;
  readonly isDropped: boolean;
}

export interface History {
  readonly actions: readonly Action[];
  /** The first event by the first of them, and from the start again when they are used up. */
  readonly deliveries: readonly Delivery[];
}

export const AT_ONCE: Delivery = { delay: 0, copies: 1, isDropped: false };

/** A history to be read by people, one thing a line. */
export function inWords({ actions, deliveries }: History): string {
  const words = (thing: object) =>
    Object.entries(thing)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', ');
  return [
    ...actions.map(({ do: what, ...rest }, index) => `${index + 1}. ${what}: ${words(rest)}`),
    ...deliveries.map((delivery, index) => `   event ${index + 1}: ${words(delivery)}`),
  ].join('\n');
}
