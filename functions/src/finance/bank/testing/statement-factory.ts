import { minorUnits } from '../../../core/money';
import type { StatementLine } from '../rules/statement';

export const ACCOUNT = 'TR330006100519786457841326';

/** 120,00 TRY that a customer sent for one invoice. */
export function aStatementLine(override: Partial<StatementLine> = {}): StatementLine {
  return {
    account: ACCOUNT,
    bankReference: 'FT26063001',
    bookedOn: '2026-03-09',
    amount: minorUnits(12_000),
    currency: 'TRY',
    payer: 'AYŞE YILMAZ',
    remittance: 'HYB-202603-0001 fatura ödemesi',
    ...override,
  };
}
