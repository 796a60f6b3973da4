import fc from 'fast-check';
import { toDecimalString } from '../../../core/currency';
import { minorUnits } from '../../../core/money';
import { readDecimal, readLocalAmount } from './read-amount';

describe('readLocalAmount', () => {
  test.each([
    ['as in Turkey', '1.234,56', 'TRY', 123_456],
    ['as in England', '1,234.56', 'TRY', 123_456],
    ['as in Switzerland', "1'234.56", 'CHF', 123_456],
    ['spaces between thousands', '1 234 567,89', 'EUR', 123_456_789],
    ['spaces that do not break', '1\u00A0234,56', 'EUR', 123_456],
    ['no thousands', '1234,56', 'TRY', 123_456],
    ['no decimals', '1234', 'TRY', 123_400],
    ['one decimal', '12,5', 'TRY', 1_250],
    ['thousands without decimals', '1.234', 'TRY', 123_400],
    ['millions without decimals', '1,234,567', 'TRY', 123_456_700],
    ['three decimals where the currency has them', '1.234', 'KWD', 1_234],
    ['three decimals behind thousands', '1,234.567', 'KWD', 1_234_567],
    ['no minor unit', '1,234', 'JPY', 1_234],
    ['decimals that are nothing, without a minor unit', '1234.00', 'JPY', 1_234],
    ['more decimals than a kuruş, of nothing', '12,5000', 'TRY', 1_250],
    ['a currency’s code behind it', '1.234,56 TL', 'TRY', 123_456],
    ['a currency’s symbol before it', '₺1.234,56', 'TRY', 123_456],
    ['a plus', '+12,00', 'TRY', 1_200],
    ['a minus', '-12,00', 'TRY', -1_200],
    ['a minus and a space', '- 12,00 TL', 'TRY', -1_200],
    ['a minus behind it', '12,00-', 'TRY', -1_200],
    ['a typographer’s minus', '−12,00', 'TRY', -1_200],
    ['an accountant’s minus', '(12,00)', 'TRY', -1_200],
    ['nothing', '0,00', 'TRY', 0],
  ])('%s', (_edge, text, currency, amount) => {
    expect(readLocalAmount(text, currency)).toBe(amount);
  });

  test.each([
    ['nothing written', '', 'TRY'],
    ['a word', 'Toplam', 'TRY'],
    ['more decimals than the currency has', '1.234,567', 'TRY'],
    ['half a yen', '12.5', 'JPY'],
    ['groups of two', '12.34.56', 'TRY'],
    ['two kinds of thousands', '1.234,567.00', 'TRY'],
    ['a separator at the end of the thousands', '1.,00', 'TRY'],
    ['two signs', '-12,00-', 'TRY'],
    ['half a bracket', '(12,00', 'TRY'],
    ['a date', '2026-11-24', 'TRY'],
    ['more than a double counts exactly', '999.999.999.999.999,99', 'TRY'],
  ])('is no amount: %s', (_edge, text, currency) => {
    expect(readLocalAmount(text, currency)).toBeNull();
  });
});

describe('readDecimal', () => {
  test.each([
    ['decimals', '1234.56', 'EUR', 123_456],
    ['one decimal', '1234.5', 'EUR', 123_450],
    ['no decimals', '1234', 'EUR', 123_400],
    ['a point and nothing behind it', '1234.', 'EUR', 123_400],
    ['the five decimals that the standard allows', '12.50000', 'EUR', 1_250],
    ['spaces around it', ' 12.50 ', 'EUR', 1_250],
    ['a currency without decimals', '1234', 'JPY', 1_234],
  ])('%s', (_edge, text, currency, amount) => {
    expect(readDecimal(text, currency)).toBe(amount);
  });

  test.each(['', '-1.00', '1,00', '1.234.56', '1.005', '1e3', 'abc'])('is no amount: %s', (text) => {
    expect(readDecimal(text, 'EUR')).toBeNull();
  });
});

const anAmount = fc.integer({ min: 0, max: 999_999_999_999 }).map(minorUnits);
const aCurrency = fc.constantFrom('TRY', 'EUR', 'JPY', 'KWD');

test('what is written as a decimal is read back', () => {
  fc.assert(
    fc.property(anAmount, aCurrency, (amount, currency) => {
      expect(readDecimal(toDecimalString(amount, currency), currency)).toBe(amount);
    }),
  );
});

test('whatever is written, an amount that is read is whole', () => {
  const aText = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-+() TL₺')) });
  fc.assert(
    fc.property(aText, aCurrency, (text, currency) => {
      const amount = readLocalAmount(text, currency);
      expect(amount === null || Number.isSafeInteger(amount)).toBe(true);
    }),
  );
});
