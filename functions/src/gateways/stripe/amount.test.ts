import fc from 'fast-check';
import { currencyExponent } from '../../core/currency';
import { minorUnits } from '../../core/money';
import { fromStripeAmount, nearestFromStripeAmount, toStripeAmount } from './amount';
import { thrownBy } from '../../testing/thrown-by';

test.each([
  ['hundredths as they are', 'EUR', 1_050, 1_050],
  ['lira as they are', 'TRY', 12_000, 12_000],
  ['yen as they are', 'JPY', 500, 500],
  ['Icelandic króna in hundredths', 'ISK', 500, 50_000],
  ['Ugandan shilling in hundredths', 'UGX', 500, 50_000],
  ['Malagasy ariary without its fifths', 'MGA', 50_000, 500],
  ['dinar whose last digit is zero', 'KWD', 5_120, 5_120],
])('%s', (_edge, currency, ours, theirs) => {
  expect(toStripeAmount(minorUnits(ours), currency)).toBe(theirs);
  expect(fromStripeAmount(theirs, currency)).toBe(ours);
});

test.each(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])(
  '%s with a last digit that Stripe cannot charge',
  (currency) => {
    expect(thrownBy(() => toStripeAmount(minorUnits(5_123), currency))).toMatchObject({
      code: 'CURRENCY_UNSUPPORTED',
    });
  },
);

test('part of an ariary, which Stripe cannot charge', () => {
  expect(thrownBy(() => toStripeAmount(minorUnits(50_020), 'MGA'))).toMatchObject({
    code: 'CURRENCY_UNSUPPORTED',
  });
});

/** Stripe's own lists (docs.stripe.com/currencies); every other currency has two decimals there. */
const NO_DECIMALS = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ');
const THREE_DECIMALS = 'BHD JOD KWD OMR TND'.split(' ');

test.each(Intl.supportedValuesOf('currency'))(
  'one whole %s is one whole at Stripe, or refused',
  (currency) => {
    const decimals = NO_DECIMALS.includes(currency) ? 0 : THREE_DECIMALS.includes(currency) ? 3 : 2;
    let charged: number;
    try {
      charged = toStripeAmount(minorUnits(10 ** currencyExponent(currency)), currency);
    } catch (error) {
      expect(error).toMatchObject({ code: 'CURRENCY_UNSUPPORTED' });
      return;
    }
    expect(charged).toBe(10 ** decimals);
  },
);

test('half a króna is refused, not rounded', () => {
  expect(() => fromStripeAmount(50_050, 'ISK')).toThrow(RangeError);
});

test('a fee of half a króna is rounded, as a fee may be', () => {
  expect(nearestFromStripeAmount(50_050, 'ISK')).toBe(501);
  expect(nearestFromStripeAmount(378, 'EUR')).toBe(378);
});

test('what Stripe is asked for is what it reports', () => {
  const anAmount = fc.integer({ min: 0, max: 999_999_999 }).map((hundreds) => minorUnits(hundreds * 100));
  fc.assert(
    fc.property(
      anAmount,
      fc.constantFrom('EUR', 'TRY', 'JPY', 'ISK', 'UGX', 'KWD', 'MGA'),
      (amount, currency) => {
        expect(fromStripeAmount(toStripeAmount(amount, currency), currency)).toBe(amount);
      },
    ),
  );
});
