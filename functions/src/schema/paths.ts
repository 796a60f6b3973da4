import type { AuditEntry } from './audit-entry';
import type { BankTransaction } from './bank-transaction';
import type { Counter } from './counter';
import type { CreditNote } from './credit-note';
import type { Difference } from './difference';
import type { GatewayEventRecord } from './gateway-event';
import type { StoredInstallmentRates } from './installments';
import type { Invoice } from './invoice';
import type { JournalEntry } from './journal';
import type { Mail } from './mail';
import type { Organization } from './organization';
import type { OutboxEvent } from './outbox-event';
import type { GatewayName, Payment } from './payment';
import type { PaymentMethod } from './payment-method';
import type { Plan } from './plan';
import type { Product } from './product';
import type { Refund } from './refund';
import type { DunningAttempt, Subscription } from './subscription';
import type { Trial } from './trial';
import type { GatewayIdentity, User } from './user';
import type { Wallet, WalletEntry } from './wallet';

declare const document: unique symbol;

/** Where a document lies, and what it is. */
export type DocumentPath<T> = string & { readonly [document]?: T };

const at =
  <T>() =>
  (collection: string) =>
  (id: string): DocumentPath<T> =>
    `${collection}/${id}`;

/** The place of every document, in one list. */
export const paths = {
  user: at<User>()('users'),
  gatewayIdentity: (uid: string): DocumentPath<GatewayIdentity> => `users/${uid}/private/gateway`,
  organization: at<Organization>()('organizations'),
  product: at<Product>()('products'),
  plan: at<Plan>()('plans'),
  subscription: at<Subscription>()('subscriptions'),
  dunningAttempt: (subscriptionId: string, attemptNumber: number): DocumentPath<DunningAttempt> =>
    `subscriptions/${subscriptionId}/dunningAttempts/${attemptNumber}`,
  /** The trial that a customer, or an organization, has had. */
  trial: (of: 'user' | 'organization', id: string): DocumentPath<Trial> => `trials/${of}_${id}`,
  invoice: at<Invoice>()('invoices'),
  payment: at<Payment>()('payments'),
  refund: at<Refund>()('refunds'),
  creditNote: at<CreditNote>()('creditNotes'),
  paymentMethod: at<PaymentMethod>()('paymentMethods'),
  bankTransaction: at<BankTransaction>()('bankTransactions'),
  difference: at<Difference>()('differences'),
  wallet: (uid: string, currency: string): DocumentPath<Wallet> => `wallets/${uid}_${currency}`,
  walletEntry: (uid: string, currency: string, id: string): DocumentPath<WalletEntry> =>
    `wallets/${uid}_${currency}/entries/${id}`,
  invoiceNumberCounter: 'counters/invoiceNumber' as DocumentPath<Counter>,
  creditNoteNumberCounter: 'counters/creditNoteNumber' as DocumentPath<Counter>,
  /** What a gateway told that holds for a while. */
  installmentRates: (gateway: GatewayName): DocumentPath<StoredInstallmentRates> =>
    `gatewayCache/${gateway}InstallmentRates`,
  gatewayEvent: (gateway: GatewayName, id: string): DocumentPath<GatewayEventRecord> =>
    `gatewayEvents/${gateway}_${id}`,
  /** The same by its document's id. */
  gatewayEventRecord: at<GatewayEventRecord>()('gatewayEvents'),
  journalEntry: at<JournalEntry>()('journal'),
  auditEntry: at<AuditEntry>()('auditLog'),
  outboxEvent: at<OutboxEvent>()('events'),
  mail: at<Mail>()('mail'),
};
