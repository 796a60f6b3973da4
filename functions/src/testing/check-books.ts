import type { Firestore } from 'firebase-admin/firestore';
import type { Books } from '../finance/rules/check-books';
import { bookProblems } from '../finance/rules/check-books';
import type { Counter } from '../schema/counter';
import type { CreditNote } from '../schema/credit-note';
import type { Invoice } from '../schema/invoice';
import type { JournalEntry } from '../schema/journal';
import { paths } from '../schema/paths';
import type { Payment } from '../schema/payment';
import type { Refund } from '../schema/refund';
import type { Wallet, WalletEntry } from '../schema/wallet';
import type { Documents } from './documents';
import { dump, inCollection } from './documents';

/** The books among a project's documents. */
export function booksOf(documents: Documents): Books {
  const last = (path: string) => (documents.get(path) as Counter | undefined)?.last ?? 0;
  const wallets = inCollection<Wallet>(documents, 'wallets/*');
  return {
    invoices: inCollection<Invoice>(documents, 'invoices/*'),
    payments: inCollection<Payment>(documents, 'payments/*'),
    refunds: inCollection<Refund>(documents, 'refunds/*'),
    creditNotes: inCollection<CreditNote>(documents, 'creditNotes/*'),
    wallets,
    walletEntries: wallets.flatMap(({ id: walletId }) =>
      inCollection<WalletEntry>(documents, `wallets/${walletId}/entries/*`).map((entry) => ({
        ...entry,
        walletId,
      })),
    ),
    journal: inCollection<JournalEntry>(documents, 'journal/*'),
    counters: {
      invoiceNumber: last(paths.invoiceNumberCounter),
      creditNoteNumber: last(paths.creditNoteNumberCounter),
    },
  };
}

/** Fails when the project's books do not add up. */
export async function checkBooks(db: Firestore): Promise<void> {
  expect(bookProblems(booksOf(await dump(db)))).toEqual([]);
}
