import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { InstallmentsAnswer } from '@hyble/billing-functions/src/schema/installments';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { CallError, call } from '../../lib/callable';
import { errors as enErrors } from '../../lib/i18n/en/errors';
import { renderInApp } from '../../testing/render';
import { Installments } from './installments';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
const callable = jest.mocked(call);

const single = {
  count: 1,
  total: minorUnits(120_000),
  surcharge: minorUnits(0),
  monthly: minorUnits(120_000),
  last: minorUnits(120_000),
};
const offer: InstallmentsAnswer = {
  currency: 'TRY',
  amount: minorUnits(120_000),
  card: null,
  programmes: [
    {
      programme: 'bonus',
      plans: [single, { ...single, count: 3, monthly: minorUnits(40_000), last: minorUnits(40_000) }],
    },
  ],
};
const asked = { invoiceIds: ['invoice-1'], amount: minorUnits(120_000), useWallet: false };
const onChoose = jest.fn();

beforeEach(() => {
  onChoose.mockReset();
  callable.mockReset().mockResolvedValue(offer);
});

async function open() {
  const view = await renderInApp(
    <Installments {...asked} chosen={null} onChoose={onChoose} disabled={false} />,
    { locale: 'en' },
  );
  fireEvent.click(screen.getByRole('button', { name: 'See instalment options' }));
  return view;
}

it('asks for nothing until the customer wants to know', async () => {
  await renderInApp(<Installments {...asked} chosen={null} onChoose={onChoose} disabled={false} />);
  expect(callable).not.toHaveBeenCalled();
});

it('keeps the place of the table while the rates are on their way', async () => {
  callable.mockReturnValue(new Promise(() => undefined));
  const { container } = await open();
  expect(container.querySelector('.mantine-Skeleton-root')).not.toBeNull();
  expect(screen.queryByRole('table')).toBeNull();
});

it('shows what was offered; a single payment counts from then on', async () => {
  await open();
  expect(await screen.findByRole('radio', { name: '3 instalments' })).not.toBeNull();
  expect(callable.mock.calls).toEqual([['payment-installments', asked]]);
  expect(onChoose.mock.calls).toEqual([[1]]);
});

it('says what failed, in place, and keeps the field for the digits', async () => {
  callable.mockRejectedValue(new CallError('GATEWAY_UNAVAILABLE'));
  await open();
  expect((await screen.findByRole('alert')).textContent).toContain(enErrors.GATEWAY_UNAVAILABLE);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByLabelText(/First 6 or 8 digits/)).not.toBeNull();
});

it('narrows the offer by the first digits of the card once there are enough of them', async () => {
  await open();
  await screen.findByRole('table');
  const field = screen.getByLabelText(/First 6 or 8 digits/);
  fireEvent.change(field, { target: { value: '5406 6' } });
  fireEvent.change(field, { target: { value: '5406 69' } });
  await waitFor(() => {
    expect(callable).toHaveBeenLastCalledWith('payment-installments', { ...asked, bin: '540669' });
  });
  expect(callable).toHaveBeenCalledTimes(2);
  // Another card may not take as many.
  expect(onChoose).toHaveBeenLastCalledWith(1);
});
