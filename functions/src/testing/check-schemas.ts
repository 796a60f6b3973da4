import { isDeepStrictEqual } from 'node:util';
import type { Firestore } from 'firebase-admin/firestore';
import type * as z from 'zod';
import { auditEntry } from '../schema/audit-entry';
import { bankTransaction } from '../schema/bank-transaction';
import { counter } from '../schema/counter';
import { creditNote } from '../schema/credit-note';
import { difference } from '../schema/difference';
import { gatewayEventRecord } from '../schema/gateway-event';
import { installmentRates } from '../schema/installments';
import { invoice } from '../schema/invoice';
import { journalEntry } from '../schema/journal';
import { mail } from '../schema/mail';
import { organization } from '../schema/organization';
import { outboxEvent } from '../schema/outbox-event';
import { payment } from '../schema/payment';
import { paymentMethod } from '../schema/payment-method';
import { plan } from '../schema/plan';
import { product } from '../schema/product';
import { refund } from '../schema/refund';
import { dunningAttempt, subscription } from '../schema/subscription';
import { trial } from '../schema/trial';
import { gatewayIdentity, user } from '../schema/user';
import { wallet, walletEntry } from '../schema/wallet';
import type { Documents } from './documents';
import { dump } from './documents';

/** Every place where a document may lie, as in `schema/paths.ts`. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'users/*': user,
  'users/*/private/gateway': gatewayIdentity,
  'organizations/*': organization,
  'products/*': product,
  'plans/*': plan,
  'subscriptions/*': subscription,
  'subscriptions/*/dunningAttempts/*': dunningAttempt,
  'trials/*': trial,
  'invoices/*': invoice,
  'payments/*': payment,
  'refunds/*': refund,
  'creditNotes/*': creditNote,
  'paymentMethods/*': paymentMethod,
  'bankTransactions/*': bankTransaction,
  'differences/*': difference,
  'wallets/*': wallet,
  'wallets/*/entries/*': walletEntry,
  'counters/invoiceNumber': counter,
  'counters/creditNoteNumber': counter,
  'gatewayEvents/*': gatewayEventRecord,
  'gatewayCache/*': installmentRates,
  'journal/*': journalEntry,
  'auditLog/*': auditEntry,
  'events/*': outboxEvent,
  'mail/*': mail,
};

const PATTERNS = Object.entries(SCHEMAS).map(
  ([pattern, schema]) => [new RegExp(`^${pattern.replaceAll('*', '[^/]+')}$`), schema] as const,
);

/** What is wrong with the shape of documents: an unknown place, a missing or wrong field, a field too many. */
export function schemaProblems(documents: Documents): string[] {
  return [...documents].flatMap(([path, data]) => {
    const schema = PATTERNS.find(([pattern]) => pattern.test(path))?.[1];
    if (schema === undefined) return [`${path}: no schema says what lies here`];
    const parsed = schema.safeParse(data);
    if (!parsed.success)
      return parsed.error.issues.map((at) => `${path}: ${at.path.join('.')} ${at.message}`);
    // Parsing drops what the schema does not name.
    return isDeepStrictEqual(parsed.data, data) ? [] : [`${path}: has fields that its schema does not name`];
  });
}

/** Validates every document in the project. */
export async function checkSchemas(db: Firestore): Promise<void> {
  expect(schemaProblems(await dump(db))).toEqual([]);
}
