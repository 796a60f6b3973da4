import { startOfDay } from '../../../core/calendar';
import { minorUnits } from '../../../core/money';
import type { BankTransaction } from '../../../schema/bank-transaction';
import { ACCOUNT } from './statement-factory';

const stamps = { createdAt: new Date('2026-03-10T06:00:00Z'), updatedAt: new Date('2026-03-10T06:00:00Z') };

/** 120,00 TRY that nobody has looked at yet. */
export function aBankTransaction(override: Partial<BankTransaction> = {}): BankTransaction {
  return {
    account: ACCOUNT,
    bankReference: 'FT26063001',
    bookedOn: startOfDay('2026-03-09'),
    amount: minorUnits(12_000),
    currency: 'TRY',
    payer: 'AYŞE YILMAZ',
    remittance: 'HYB-202603-0001 fatura ödemesi',
    status: 'OPEN',
    proposal: null,
    paymentId: null,
    ...stamps,
    ...override,
  };
}
