import type { DocumentData, Firestore, Query } from 'firebase-admin/firestore';
import { fromFirestore } from '../platform/firestore';
import * as logs from '../platform/logs';
import { paths } from '../schema/paths';
import type { Books } from './rules/check-books';
import { bookProblems } from './rules/check-books';

/** What the check looks at; the rest of a document stays where it is. */
const FIELDS = {
  invoices: [
    'invoiceNumber',
    'status',
    'issueDate',
    'subtotal',
    'taxTotal',
    'total',
    'amountPaid',
    'amountCredited',
    'amountDue',
    'currency',
    'items',
  ],
  payments: [
    'gateway',
    'status',
    'amount',
    'surcharge',
    'fee',
    'currency',
    'allocations',
    'creditedToWallet',
    'refundedAmount',
    'gatewayRefundedAmount',
    'refundedFromWallet',
    'pendingRefund',
    'disputes',
    'walletPart',
    'partOf',
  ],
  refunds: ['paymentId', 'amount', 'status', 'destination', 'currency', 'allocations', 'creditNoteIds'],
  creditNotes: ['creditNoteNumber', 'invoiceId', 'subtotal', 'taxTotal', 'total', 'currency'],
  wallets: ['balance', 'currency'],
  entries: ['amount', 'balanceAfter'],
  journal: ['currency', 'lines'],
} as const;

/**
 * Reads all books as they were at one instant and names every imbalance, in the log as an error for the alert and as
 * the answer. It costs a read for each document of the books, so it runs once a night.
 * @returns One sentence a problem.
 */
export async function checkAllBooks(db: Firestore): Promise<string[]> {
  const books = await db.runTransaction(
    async (transaction) => {
      const read = async (query: Query, fields: readonly string[]) =>
        (await transaction.get(query.select(...fields))).docs;
      const collection = async <Name extends keyof Omit<Books, 'walletEntries' | 'counters'>>(name: Name) =>
        // Stored documents are trusted to fit their schemas, which every write of ours is made of.
        (await read(db.collection(name), FIELDS[name])).map((doc) =>
          withId(doc.id, doc.data()),
        ) as unknown as Books[Name];
      const lastNumber = async (path: string) => {
        const last: unknown = (await transaction.get(db.doc(path))).get('last');
        return typeof last === 'number' ? last : 0;
      };
      const entries = await read(db.collectionGroup('entries'), FIELDS.entries);
      return {
        invoices: await collection('invoices'),
        payments: await collection('payments'),
        refunds: await collection('refunds'),
        creditNotes: await collection('creditNotes'),
        wallets: await collection('wallets'),
        walletEntries: entries.map((entry) => ({
          ...(entry.data() as Books['walletEntries'][number]),
          walletId: entry.ref.parent.parent?.id ?? '',
        })),
        journal: await collection('journal'),
        counters: {
          invoiceNumber: await lastNumber(paths.invoiceNumberCounter),
          creditNoteNumber: await lastNumber(paths.creditNoteNumberCounter),
        },
      } satisfies Books;
    },
    { readOnly: true },
  );
  const problems = bookProblems(books);
  if (problems.length > 0) logs.booksDoNotBalance(problems);
  return problems;
}

function withId(id: string, data: DocumentData): DocumentData {
  return { ...fromFirestore(data), id };
}
