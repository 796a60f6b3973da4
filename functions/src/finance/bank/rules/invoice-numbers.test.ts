import fc from 'fast-check';
import { invoiceNumbersIn } from './invoice-numbers';

const find = (text: string) => invoiceNumbersIn(text, 'HYB');

test.each([
  ['as it is written on the invoice', 'HYB-202611-0042', ['HYB-202611-0042']],
  ['inside a sentence', 'Fatura HYB-202611-0042 odemesi', ['HYB-202611-0042']],
  ['lower case', 'hyb-202611-0042', ['HYB-202611-0042']],
  ['spaces for hyphens', 'HYB 202611 0042', ['HYB-202611-0042']],
  ['spaces around hyphens', 'HYB - 202611 - 0042', ['HYB-202611-0042']],
  ['no hyphens', 'hyb2026110042', ['HYB-202611-0042']],
  ['a space that the bank’s line break left', 'HYB-2026 11-0042', ['HYB-202611-0042']],
  ['other strokes', 'HYB/202611/0042 HYB–202612–0043', ['HYB-202611-0042', 'HYB-202612-0043']],
  ['glued to a word', 'FATURAHYB2026110042', ['HYB-202611-0042']],
  ['more than four digits', 'HYB-202611-12345', ['HYB-202611-12345']],
  ['several, in their order', 'HYB-202611-0043, HYB-202611-0042', ['HYB-202611-0043', 'HYB-202611-0042']],
  ['one twice', 'HYB-202611-0042 hyb 202611 0042', ['HYB-202611-0042']],
  ['an amount behind it', 'HYB-202611-0042 120,00 TL', ['HYB-202611-0042']],
  ['no month', 'HYB-202613-0042', []],
  ['too few digits', 'HYB-202611-042', []],
  ['no prefix', '202611-0042', []],
  ['another prefix', 'ABC-202611-0042', []],
  ['nothing', '', []],
])('%s', (_edge, text, numbers) => {
  expect(find(text)).toEqual(numbers);
});

test('as many as one payment can pay', () => {
  const text = Array.from({ length: 25 }, (_, index) => `HYB-202611-${1_000 + index}`).join(' ');
  expect(find(text)).toHaveLength(20);
});

test('a number is found however it is written', () => {
  const aGap = fc.constantFrom('', ' ', '-', ' - ', '/');
  const aCase = fc.constantFrom('HYB', 'hyb', 'Hyb');
  const aMonth = fc.tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 12 }));
  const aSequence = fc.integer({ min: 1, max: 99_999 });
  fc.assert(
    fc.property(aCase, aGap, aMonth, aGap, aSequence, (prefix, gap, [year, month], other, sequence) => {
      const period = `${year}${String(month).padStart(2, '0')}`;
      const digits = String(sequence).padStart(4, '0');
      const text = `odeme ${prefix}${gap}${period}${other}${digits} icin`;
      expect(find(text)).toEqual([`HYB-${period}-${digits}`]);
    }),
  );
});
