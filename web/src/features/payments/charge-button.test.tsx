import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { CallError, call } from '../../lib/callable';
import type { Stored } from '../../lib/documents';
import { invoiceWith, methodWith, paymentWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { ChargeButton } from './charge-button';
import { usePayment } from './use-payment';
import { usePaymentMethods } from './use-payment-methods';

jest.mock('../../lib/callable', () => ({
  ...jest.requireActual<object>('../../lib/callable'),
  call: jest.fn(),
}));
jest.mock('./use-payment', () => ({ usePayment: jest.fn() }));
jest.mock('./use-payment-methods', () => ({
  ...jest.requireActual<object>('./use-payment-methods'),
  usePaymentMethods: jest.fn(),
}));
const callable = jest.mocked(call);
const payment = (of: Stored<Payment> | null) =>
  jest
    .mocked(usePayment)
    .mockImplementation((id) => (id === null ? { status: 'loading' } : { status: 'ready', data: of }));
const methods = (...data: Stored<PaymentMethod>[]) =>
  jest.mocked(usePaymentMethods).mockReturnValue({ status: 'ready', data });

const visa = methodWith({ isDefault: true });
const mastercard = methodWith({ id: 'stripe_pm_2', brand: 'mastercard', lastFour: '4444' });
const charged = (status: 'SUCCEEDED' | 'PROCESSING' | 'PENDING' | 'FAILED') => ({
  paymentId: 'payment-1',
  gateway: 'stripe' as const,
  kind: 'CHARGED' as const,
  status,
  url: null,
  expiresAt: null,
});

beforeEach(() => {
  callable.mockReset();
  payment(null);
  methods(mastercard, visa);
});

const openButton = () => screen.queryByRole('button', { name: 'Charge saved card' });
const open = async (invoice = invoiceWith()) => {
  const view = await renderInApp(<ChargeButton invoice={invoice} />, { locale: 'en' });
  const button = openButton();
  if (button !== null) fireEvent.click(button);
  return view;
};
const dialog = () => within(screen.getByRole('dialog', { name: 'Charge a saved card?' }));
const submit = () => {
  fireEvent.click(dialog().getByRole('button', { name: 'Charge ₺1,200.00' }));
};
const requestIds = () =>
  callable.mock.calls.map(([, request]) => (request as { requestId: string }).requestId);

it.each([
  ['a paid invoice', invoiceWith({ status: 'PAID' }), [visa]],
  ['an invoice whose money is on its way', invoiceWith({ processingPaymentIds: ['p'] }), [visa]],
  ['a customer without a card', invoiceWith(), []],
  ['a card that has expired', invoiceWith(), [methodWith({ expYear: 2020 })]],
  [
    'a card whose gateway does not take the currency',
    invoiceWith({ currency: 'JPY' }),
    [methodWith({ gateway: 'paytr' })],
  ],
])('offers nothing for %s', async (_, invoice, kept) => {
  methods(...kept);
  await open(invoice);
  expect(openButton()).toBeNull();
});

it('shows card and sum before it charges, the default card unless another is chosen', async () => {
  callable.mockResolvedValue(charged('SUCCEEDED'));
  const { update } = await open();
  expect(dialog().getByText('₺1,200.00 for invoice HYB-202611-0042, from Visa •••• 4242.')).toBeTruthy();
  fireEvent.click(dialog().getByRole('radio', { name: 'Mastercard •••• 4444' }));
  expect(dialog().getByText(/from Mastercard •••• 4444/)).toBeTruthy();
  submit();
  expect(await dialog().findByText('₺1,200.00 was charged.')).toBeTruthy();
  expect(callable.mock.calls).toEqual([
    [
      'payment-charge',
      {
        requestId: expect.any(String) as string,
        invoiceIds: ['invoice-1'],
        amount: 120_000,
        paymentMethodId: 'stripe_pm_2',
      },
    ],
  ]);
  // What it did stays readable when the invoice is paid by it.
  update(<ChargeButton invoice={invoiceWith({ status: 'PAID' })} />);
  expect(openButton()).toBeNull();
  expect(dialog().getByRole('link', { name: 'Open payment' })).toBeTruthy();
  expect(dialog().queryByRole('button', { name: /^Charge/ })).toBeNull();
});

it.each([
  ['PROCESSING', 'The charge is on its way; the bank settles it later.'],
  ['PENDING', /Do not charge again/],
] as const)('%s is no reason to charge again, and follows what comes of it', async (status, words) => {
  callable.mockResolvedValue(charged(status));
  const { update } = await open();
  submit();
  expect(await dialog().findByText(words)).toBeTruthy();
  expect(dialog().queryByRole('button', { name: /^Charge/ })).toBeNull();
  payment(paymentWith({ status: 'SUCCEEDED' }));
  update(<ChargeButton invoice={invoiceWith({ status: 'PAID' })} />);
  expect(dialog().getByText('₺1,200.00 was charged.')).toBeTruthy();
});

it('says that the bank wants the customer, who was written to, and charges that card no more', async () => {
  callable.mockResolvedValue(charged('FAILED'));
  payment(
    paymentWith({
      status: 'FAILED',
      failureReason: 'AUTHENTICATION_REQUIRED',
      paymentMethodId: visa.id,
    }),
  );
  await open();
  submit();
  const notice = await dialog().findByRole('alert');
  expect(notice.textContent).toContain('Authentication required');
  expect(notice.textContent).toContain('sent an e-mail with a link');
  expect(dialog().queryByRole('button', { name: /^Charge/ })).toBeNull();
  fireEvent.click(dialog().getByRole('radio', { name: 'Mastercard •••• 4444' }));
  submit();
  await waitFor(() => {
    expect(new Set(requestIds()).size).toBe(2);
  });
  await dialog().findByRole('alert');
});

it('tells why a card was declined; another try is another payment', async () => {
  callable.mockResolvedValue(charged('FAILED'));
  payment(paymentWith({ status: 'FAILED', failureReason: 'FUNDS' }));
  await open();
  submit();
  expect((await dialog().findByRole('alert')).textContent).toContain('limit or balance is not enough');
  submit();
  await waitFor(() => {
    expect(new Set(requestIds()).size).toBe(2);
  });
  await dialog().findByRole('alert');
});

it('asks about the same charge, unchanged, while it is not known whether it was made', async () => {
  callable.mockRejectedValueOnce(new CallError('OFFLINE')).mockResolvedValue(charged('SUCCEEDED'));
  await open();
  submit();
  await dialog().findByRole('alert');
  expect(
    dialog()
      .getAllByRole<HTMLInputElement>('radio')
      .every(({ disabled }) => disabled),
  ).toBe(true);
  submit();
  await dialog().findByText('₺1,200.00 was charged.');
  expect(callable.mock.calls[0]).toEqual(callable.mock.calls[1]);
});

it('charges once for a double click', async () => {
  callable.mockResolvedValue(charged('SUCCEEDED'));
  await open();
  submit();
  submit();
  await dialog().findByText('₺1,200.00 was charged.');
  expect(callable).toHaveBeenCalledTimes(1);
});
