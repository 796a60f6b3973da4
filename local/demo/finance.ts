import type { Firestore } from 'firebase-admin/firestore';
import { toDecimalString } from '../../functions/src/core/currency';
import { minorUnits, subtract } from '../../functions/src/core/money';
import { parkDifference } from '../../functions/src/finance/compare-day';
import { dismissBankTransaction } from '../../functions/src/finance/bank/dismiss-bank-transaction';
import { importBankStatement } from '../../functions/src/finance/bank/import-bank-statement';
import { matchBankTransaction } from '../../functions/src/finance/bank/match-bank-transaction';
import { difference } from '../../functions/src/finance/rules/compare-report';
import { fromFirestore } from '../../functions/src/platform/firestore';
import type { OperationContext } from '../../functions/src/platform/operation';
import type { BankTransaction } from '../../functions/src/schema/bank-transaction';
import type { Invoice } from '../../functions/src/schema/invoice';
import type { Payment } from '../../functions/src/schema/payment';
import { playGatewayNews } from './gateway-news';
import { people } from './people';
import { dayAgo, instantAgo } from './story';

/** Minutes after midnight at which finance looks at the bank. */
const LOOKING_HOUR = 10 * 60;
const IBAN = 'TR330006100519786457841326';

/**
 * What waits for the finance team: a bank statement of some days ago, one line of which is matched and one dismissed,
 * a difference that the comparison with a gateway's report found, and news of gateways that need somebody.
 */
export async function playFinance(db: Firestore, now: Date): Promise<void> {
  const finance: OperationContext = {
    caller: { uid: people.ipek.uid, role: 'finance' },
    db,
    now: instantAgo(now, 1, LOOKING_HOUR),
    ipAddress: '127.0.0.1',
  };
  const content = await statement(db, now);
  await importBankStatement.run(
    importBankStatement.request.parse({ format: 'CSV', content, account: IBAN, currency: 'TRY' }),
    finance,
  );
  await settleSome(db, finance);
  await parkOne(db, finance.now);
  await playGatewayNews(db, finance);
}

/** Paid in full, paid in part, in full with nothing but the number, from nobody knows whom, and no payment at all. */
async function statement(db: Firestore, now: Date): Promise<string> {
  const [first, second, third] = await openInvoices(db);
  const lines = [
    line(4, first, first.amountDue, `${first.invoiceNumber ?? ''} havale`),
    line(3, second, minorUnits(Math.floor(second.amountDue / 2)), `FATURA ${second.invoiceNumber ?? ''}`),
    line(3, third, third.amountDue, third.invoiceNumber ?? ''),
    `${dayAgo(now, 2)};Zeynep Ünlü;Teşekkürler;FT26110004;1750.00`,
    `${dayAgo(now, 2)};Banka;Faiz ödemesi;FT26110005;12.40`,
  ];
  return ['Tarih;Gönderen;Açıklama;Referans;Tutar', ...lines].join('\n');

  function line(daysAgo: number, invoice: Invoice, amount: number, text: string): string {
    const payer = invoice.buyer?.name ?? '';
    const sum = toDecimalString(amount, 'TRY');
    return `${dayAgo(now, daysAgo)};${payer};${text};${invoice.invoiceNumber ?? ''};${sum}`;
  }
}

async function openInvoices(db: Firestore): Promise<[Invoice, Invoice, Invoice]> {
  const { docs } = await db
    .collection('invoices')
    .where('status', 'in', ['PENDING', 'OVERDUE'])
    .where('currency', '==', 'TRY')
    .get();
  const [first, second, third] = docs
    .map((doc) => fromFirestore(doc.data()) as Invoice)
    .filter(({ processingPaymentIds }) => processingPaymentIds.length === 0)
    .sort((a, b) => Number(a.issueDate) - Number(b.issueDate));
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('The demo needs three open invoices in lira');
  }
  return [first, second, third];
}

async function settleSome(db: Firestore, finance: OperationContext): Promise<void> {
  const { docs } = await db.collection('bankTransactions').get();
  for (const doc of docs) {
    const { proposal, remittance } = fromFirestore(doc.data()) as BankTransaction;
    if (proposal !== null && /^HYB-[\d-]+$/.test(remittance)) {
      await matchBankTransaction.run({ bankTransactionId: doc.id, invoiceIds: proposal.invoiceIds }, finance);
    }
    if (remittance === 'Faiz ödemesi') {
      await dismissBankTransaction.run({ bankTransactionId: doc.id, reason: 'Bankanın faizi.' }, finance);
    }
  }
}

/** The latest payment through Stripe, of which Stripe reports one euro or dollar less. */
async function parkOne(db: Firestore, now: Date): Promise<void> {
  const { docs } = await db
    .collection('payments')
    .where('gateway', '==', 'stripe')
    .where('status', '==', 'SUCCEEDED')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .get();
  const [doc] = docs;
  if (doc === undefined) throw new Error('The demo needs a payment through Stripe');
  const { amount, currency, gatewayPaymentId } = fromFirestore(doc.data()) as Payment;
  const found = difference({
    gateway: 'stripe',
    kind: 'AMOUNT_DIFFERS',
    paymentId: doc.id,
    gatewayPaymentId,
    ours: amount,
    theirs: subtract(amount, minorUnits(100)),
    currency,
  });
  await parkDifference(db, found, now);
}
