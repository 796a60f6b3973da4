import fc from 'fast-check';
import { minorUnits } from '../../../core/money';
import { aStatementLine } from '../testing/statement-factory';
import { aLine } from '../testing/statement-arbitraries';
import { lineIdentities } from './line-identity';
import type { StatementLine } from './statement';

const keys = (lines: readonly StatementLine[]) => lineIdentities(lines).map((parts) => JSON.stringify(parts));
const referenced = aStatementLine();
const silent = aStatementLine({ bankReference: null });

test.each<[string, StatementLine, Partial<StatementLine>]>([
  ['another account', referenced, { account: 'DE89370400440532013000' }],
  ['another reference', referenced, { bankReference: 'FT26063002' }],
  ['a reference that begins again on another day', referenced, { bookedOn: '2026-03-10' }],
  ['another amount of one batch', referenced, { amount: minorUnits(1) }],
  ['another currency', referenced, { currency: 'EUR' }],
  ['no reference', referenced, { bankReference: null }],
  ['another payer, without a reference', silent, { payer: 'MEHMET DEMİR' }],
  ['another text, without a reference', silent, { remittance: 'Havale' }],
])('%s is another line', (_edge, line, change) => {
  const [one, other] = keys([line, { ...line, ...change }]);
  expect(one).not.toBe(other);
});

test('the bank’s reference stands for the texts, which other formats write otherwise', () => {
  const [fromXml] = keys([referenced]);
  const [fromCsv] = keys([{ ...referenced, payer: null, remittance: 'Gelen EFT' }]);
  expect(fromXml).toBe(fromCsv);
});

test('a reference is not taken for a text', () => {
  const [one] = keys([{ ...silent, payer: '', remittance: 'X' }]);
  const [other] = keys([{ ...silent, bankReference: 'X' }]);
  expect(one).not.toBe(other);
});

/** Few different lines, so that many are alike. */
const alike = fc.constantFrom(silent, referenced, { ...silent, amount: minorUnits(1) });
const aFile = fc.array(fc.oneof(alike, aLine));

test('every line of a file is one of its own, and a file that goes on keeps the identities of its beginning', () => {
  fc.assert(
    fc.property(aFile, aFile, (lines, later) => {
      const before = keys(lines);
      const after = keys([...lines, ...later]);
      expect(new Set(after).size).toBe(after.length);
      expect(after.slice(0, before.length)).toEqual(before);
    }),
  );
});

test('a file that lists its lines in another order has the same identities', () => {
  const aFileTwice = aFile.chain((lines) =>
    fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
  );
  fc.assert(
    fc.property(aFileTwice, ([lines, shuffled]) => {
      expect([...keys(shuffled)].sort()).toEqual([...keys(lines)].sort());
    }),
  );
});
