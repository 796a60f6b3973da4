import type { Firestore, Query } from 'firebase-admin/firestore';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { fromFirestore } from '../../platform/firestore';
import type { Invoice, InvoiceStatus } from '../../schema/invoice';
import { invoiceNumbersIn } from './rules/invoice-numbers';
import type { Candidates } from './rules/propose-match';
import type { StatementLine } from './rules/statement';

const OPEN: readonly InvoiceStatus[] = ['PENDING', 'PARTIAL', 'OVERDUE'];

/** Firestore's limit for the values of one `in`. */
const MOST_VALUES = 30;
/** One fits, or there is a choice: a third would tell nothing. */
const ENOUGH_FITTING = 2;

/**
 * Reads what proposals for these lines need and no more: each invoice whose number is written, in queries of 30
 * numbers; and, for each different amount of a line without a number, at most two open invoices of that amount.
 */
export async function findCandidates(
  db: Firestore,
  lines: readonly StatementLine[],
  prefix: string,
): Promise<Candidates> {
  const numbersOf = lines.map(({ remittance }) => invoiceNumbersIn(remittance, prefix));
  const numbers = [...new Set(numbersOf.flat())];
  const named = await read(
    chunks(numbers, MOST_VALUES).map((some) => db.collection('invoices').where('invoiceNumber', 'in', some)),
  );
  const known = new Set(named.map(({ invoice }) => invoice.invoiceNumber));
  const unnamed = lines.filter((_, index) => !numbersOf[index]?.some((number) => known.has(number)));
  const amounts = new Map(
    unnamed.map(({ amount, currency }) => [`${amount} ${currency}`, { amount, currency }]),
  );
  const fitting = await read(
    [...amounts.values()].map(({ amount, currency }) =>
      db
        .collection('invoices')
        .where('amountDue', '==', amount)
        .where('currency', '==', currency)
        .where('status', 'in', OPEN)
        .limit(ENOUGH_FITTING),
    ),
  );
  return { named, fitting };
}

async function read(queries: readonly Query[]): Promise<InvoiceWithId[]> {
  const answers = await Promise.all(queries.map((query) => query.get()));
  return answers
    .flatMap(({ docs }) => docs)
    .map((doc) => ({ id: doc.id, invoice: fromFirestore(doc.data()) as Invoice }));
}

/** Values in lists of at most `size`, in their order. */
export function chunks<T>(values: readonly T[], size: number): T[][] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, index) => values.slice(index * size, (index + 1) * size));
}
