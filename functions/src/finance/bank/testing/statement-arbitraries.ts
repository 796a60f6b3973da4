import fc from 'fast-check';
import { addDays } from '../../../core/calendar';
import { minorUnits } from '../../../core/money';
import type { StatementLine } from '../rules/statement';
import { nameOrNull, remittanceText } from '../rules/statement';
import { ACCOUNT } from './statement-factory';

/** Letters that banks and payers use, and those that XML and CSV give a meaning. */
const aText = fc.string({
  unit: fc.constantFrom(...Array.from('abcİıŞşğÜö0123456789 -_/.,;:\t"\'<>&#()@€')),
  maxLength: 60,
});
const aName = aText.map(nameOrNull);

/** Any line that a bank could write. */
export const aLine: fc.Arbitrary<StatementLine> = fc.record({
  account: fc.constant(ACCOUNT),
  bankReference: aName,
  bookedOn: fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days)),
  amount: fc.integer({ min: 1, max: 999_999_999_999 }).map(minorUnits),
  currency: fc.constantFrom('TRY', 'EUR', 'JPY', 'KWD'),
  payer: aName,
  remittance: aText.map((text) => remittanceText([text])),
});
