import type { Fields, Write } from '../../core/decision';
import { create } from '../../core/decision';
import { formatsFor } from '../../invoices/pdf/format';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import type { Locale } from '../../schema/common';
import type { PaymentOutboxEvent } from '../../schema/outbox-event';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import type { User } from '../../schema/user';
import type { MailContent } from './mail';
import { mailWrite } from './mail';

export interface AuthenticationRequired {
  readonly paymentId: string;
  readonly payment: Pick<Payment, 'userId' | 'organizationId' | 'amount' | 'currency' | 'invoiceIds'>;
  readonly invoices: readonly InvoiceWithId[];
  /** Who is to confirm; null when they have no profile any more, and so no address. */
  readonly payer: Pick<User, 'locale' | 'displayName'> | null;
  /** Where customers reach the portal, without a slash at the end. */
  readonly appUrl: string;
}

/** Told when a kept card's bank wants its owner to confirm: other modules, and the customer with a link to finish. */
export function authenticationRequired(what: AuthenticationRequired, now: Date): Write[] {
  const { paymentId, payment, payer } = what;
  const { userId, organizationId, amount, currency, invoiceIds } = payment;
  const event: Fields<PaymentOutboxEvent> = {
    type: 'payment.authenticationRequired',
    occurredAt: now,
    paymentId,
    invoiceIds,
    userId,
    organizationId,
    amount,
    currency,
  };
  const id = `authenticationRequired_${paymentId}`;
  return [
    create(paths.outboxEvent(`${event.type}_${paymentId}`), event),
    ...(payer === null ? [] : [mailWrite(id, userId, contentOf(what, payer))]),
  ];
}

interface Words {
  readonly subject: string;
  readonly greeting: (name: string) => string;
  readonly what: (invoices: string, amount: string) => string;
  readonly todo: string;
  readonly button: string;
}

const WORDS: Record<Locale, Words> = {
  tr: {
    subject: 'Ödemenizi bankanızla onaylamanız gerekiyor',
    greeting: (name) => `Sayın ${name},`,
    what: (invoices, amount) =>
      `${invoices} için ${amount} tutarındaki ödemeyi kayıtlı kartınızdan alamadık: bankanız ödemeyi sizin onaylamanızı istiyor. Kartınızdan tahsilat yapılmadı.`,
    todo: 'Faturayı açıp ödemeyi başlatın ve bankanızın ekranında onaylayın.',
    button: 'Ödemeyi tamamla',
  },
  en: {
    subject: 'Please confirm your payment with your bank',
    greeting: (name) => `Dear ${name},`,
    what: (invoices, amount) =>
      `We could not charge your saved card ${amount} for ${invoices}: your bank wants you to confirm the payment. Nothing was charged.`,
    todo: 'Open the invoice, pay it, and confirm on your bank’s page.',
    button: 'Finish the payment',
  },
};

function contentOf(
  { payment, invoices, appUrl }: AuthenticationRequired,
  { locale, displayName }: Pick<User, 'locale' | 'displayName'>,
): MailContent {
  const words = WORDS[locale];
  const { amount, currency, invoiceIds } = payment;
  const numbers = invoices.map(({ invoice }) => invoice.invoiceNumber).join(', ');
  return {
    locale,
    subject: words.subject,
    paragraphs: [
      words.greeting(displayName),
      words.what(numbers, formatsFor(locale, currency).money(amount)),
      words.todo,
    ],
    button: { label: words.button, url: `${appUrl}/invoices/${invoiceIds[0] ?? ''}` },
  };
}
