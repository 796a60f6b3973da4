import type { Write } from '../../core/decision';
import { formatsFor } from '../../invoices/pdf/format';
import type { Locale } from '../../schema/common';
import type { SubscriptionOutboxEvent } from '../../schema/outbox-event';
import type { Invoice } from '../../schema/invoice';
import type { User } from '../../schema/user';
import type { MailContent } from './mail';
import { mailWrite } from './mail';
import { SUBSCRIPTION_WORDS } from './subscription-words';

/** What a mail's words are made of, as text in the reader's language. */
export interface MailFacts {
  readonly name: string;
  readonly plan: string;
  readonly amount: string;
  /** The invoice's number. */
  readonly number: string;
  /** The day of what happens next. */
  readonly date: string;
}

export interface MailWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button: string;
  /** Where the button leads: to pay, to the card, or to the subscription. */
  readonly leadsTo: 'INVOICE' | 'CARDS' | 'SUBSCRIPTION';
}

/** The mails that subscriptions' events bring about. */
export type SubscriptionMail =
  | 'started'
  | 'trialStarted'
  | 'paymentDue'
  | 'paymentFailed'
  | 'retryAhead'
  | 'cardRefused'
  | 'lastNotice'
  | 'reminded'
  | 'suspended'
  | 'resumed'
  | 'changed'
  | 'ending'
  | 'cancelled'
  | 'renewalAhead';

/**
 * Which mail an event brings about; null for none. A bank that wants its customer to confirm is told of by the payment
 * itself (`payment.authenticationRequired`).
 */
export function mailOf(event: SubscriptionOutboxEvent): SubscriptionMail | null {
  switch (event.type) {
    case 'subscription.started':
      return event.invoiceId === null ? 'trialStarted' : 'started';
    case 'subscription.paymentDue':
      return 'paymentDue';
    case 'subscription.paymentFailed':
      if (event.failureReason === 'AUTHENTICATION_REQUIRED' && event.next.what !== 'SUSPENSION') return null;
      return { ...OF_FAILURE, RENEWAL: null, END: null }[event.next.what];
    case 'subscription.paymentReminded':
      return event.next.what === 'SUSPENSION' ? 'lastNotice' : 'reminded';
    case 'subscription.suspended':
      return 'suspended';
    case 'subscription.resumed':
      return 'resumed';
    case 'subscription.changed':
      return 'changed';
    case 'subscription.ending':
      return 'ending';
    case 'subscription.cancelled':
      return 'cancelled';
    case 'subscription.renewalAhead':
      return 'renewalAhead';
  }
}

const OF_FAILURE = {
  RETRY: 'retryAhead',
  REMINDER: 'cardRefused',
  SUSPENSION: 'lastNotice',
  NOTHING: 'paymentFailed',
} as const;

/**
 * The mail of an event, to be written once: its id is the event's. Null when there is none, or nobody to write to.
 * @param appUrl Where customers reach the portal, without a slash at the end.
 */
export function subscriptionMail(
  { id, event }: { readonly id: string; readonly event: SubscriptionOutboxEvent },
  { user, invoice }: { readonly user: User | null; readonly invoice: Invoice | null },
  appUrl: string,
): Write | null {
  const kind = mailOf(event);
  if (kind === null || user === null) return null;
  return mailWrite(id, event.userId, contentOf(kind, event, user, invoice, appUrl));
}

function contentOf(
  kind: SubscriptionMail,
  event: SubscriptionOutboxEvent,
  { locale, displayName }: User,
  invoice: Invoice | null,
  appUrl: string,
): MailContent {
  const { money, date } = formatsFor(locale, event.currency);
  const { subject, paragraphs, button, leadsTo } = SUBSCRIPTION_WORDS[locale][kind]({
    name: displayName,
    plan: event.planName,
    amount: money(event.amount),
    number: invoice?.invoiceNumber ?? '',
    date: event.next.at === null ? '' : date(event.next.at),
  });
  const places = {
    INVOICE: `invoices/${event.invoiceId ?? ''}`,
    CARDS: 'payment-methods',
    SUBSCRIPTION: `subscriptions/${event.subscriptionId}`,
  };
  return {
    locale,
    subject,
    paragraphs: [GREETINGS[locale](displayName), ...paragraphs],
    button: { label: button, url: `${appUrl}/${places[leadsTo]}` },
  };
}

const GREETINGS: Record<Locale, (name: string) => string> = {
  tr: (name) => `Sayın ${name},`,
  en: (name) => `Dear ${name},`,
};
