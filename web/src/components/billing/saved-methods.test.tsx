import { fireEvent, screen, within } from '@testing-library/react';
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

it.each([
  ['en', 'Saved cards', 'Another card'],
  ['tr', 'Kayıtlı kartlar', 'Başka bir kart'],
] as const)('%s: is one named group, which Tab enters once', async (locale, legend, other) => {
  await renderInApp(<SavedMethods methods={[visa, sepa]} chosen={null} onChoose={jest.fn()} />, { locale });
  const radios = within(screen.getByRole('radiogroup', { name: legend })).getAllByRole<HTMLInputElement>(
    'radio',
  );
  expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
  expect(radios.map((radio) => [radio.getAttribute('aria-label'), radio.checked]).at(-1)).toEqual([
    other,
    true,
  ]);
});

it('keeps an expired card in sight, but not to choose', async () => {
  const onChoose = jest.fn();
  const expired = methodWith({ expMonth: 1, expYear: 2020 });
  await renderInApp(<SavedMethods methods={[expired]} chosen={null} onChoose={onChoose} />, { locale: 'en' });
  const radio = screen.getByRole<HTMLInputElement>('radio', { name: 'Visa •••• 4242' });
  expect(radio.disabled).toBe(true);
  expect(screen.getByText('01/20 · Expired')).not.toBeNull();
});

it('offers no other card where only a kept one will do', async () => {
  await renderInApp(
    <SavedMethods methods={[visa]} chosen={visa.id} onChoose={jest.fn()} isNewOffered={false} />,
  );
  expect(screen.getAllByRole('radio')).toHaveLength(1);
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
