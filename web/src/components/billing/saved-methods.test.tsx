import { fireEvent, screen } from '@testing-library/react';
import { methodWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { MethodExpiry } from './method-expiry';
import { SavedMethods } from './saved-methods';

const visa = methodWith();
const sepa = methodWith({
  id: 'stripe_pm_2',
  type: 'sepa_debit',
  brand: null,
  lastFour: '3000',
  expMonth: null,
  expYear: null,
});

it('is not there where no card is kept', async () => {
  await renderInApp(<SavedMethods methods={[]} chosen={null} onChoose={jest.fn()} />);
  expect(screen.queryByRole('radio')).toBeNull();
});

it('offers each by brand and last digits, and another card last', async () => {
  const onChoose = jest.fn();
  await renderInApp(<SavedMethods methods={[visa, sepa]} chosen={visa.id} onChoose={onChoose} />);
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.map((radio) => [radio.getAttribute('aria-label'), radio.checked])).toEqual([
    ['Visa •••• 4242', true],
    ['SEPA •••• 3000', false],
    ['Başka bir kart', false],
  ]);
  fireEvent.click(screen.getByRole('radio', { name: 'SEPA •••• 3000' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Başka bir kart' }));
  expect(onChoose.mock.calls).toEqual([[sepa.id], [null]]);
});

it('lets nothing be chosen while a payment is being begun', async () => {
  await renderInApp(<SavedMethods methods={[visa]} chosen={null} onChoose={jest.fn()} disabled />);
  expect(screen.getAllByRole<HTMLInputElement>('radio').every(({ disabled }) => disabled)).toBe(true);
});

describe('expiry', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      now: new Date('2026-11-30T20:00:00+03:00'),
      doNotFake: ['nextTick', 'setImmediate'],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['of the month after the next', 1, 2027, 'Expires 01/27'],
    ['of this month, to its last day', 11, 2026, '11/26 · Expires this month'],
    ['of last month', 10, 2026, '10/26 · Expired'],
    ['of next month, over the year', 12, 2026, '12/26 · Expires next month'],
    ['of years from now', 2, 2030, 'Expires 02/30'],
  ])('%s', async (_, expMonth, expYear, words) => {
    await renderInApp(<MethodExpiry method={{ expMonth, expYear }} />, { locale: 'en' });
    expect(screen.getByText(words)).not.toBeNull();
  });

  it('says nothing of what does not expire', async () => {
    await renderInApp(<MethodExpiry method={{ expMonth: null, expYear: null }} />, { locale: 'en' });
    expect(screen.queryByText(/Expire/)).toBeNull();
  });
});
