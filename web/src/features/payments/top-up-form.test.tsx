import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { fireEvent, screen } from '@testing-library/react';
import { CallError } from '../../lib/callable';
import { paymentWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { startTopUp } from './start-checkout';
import { TopUpForm } from './top-up-form';
import { usePayment } from './use-payment';

jest.mock('./start-checkout', () => ({ startTopUp: jest.fn() }));
jest.mock('./use-payment', () => ({ usePayment: jest.fn() }));
const start = jest.mocked(startTopUp);
const live = jest.mocked(usePayment);

const frame = {
  kind: 'IFRAME' as const,
  method: 'card' as const,
  paymentId: 'payment-1',
  url: 'https://paytr.example/t',
  expiresAt: new Date('2099-01-01'),
};
const form = <TopUpForm currency="TRY" country="TR" />;
const amountField = () => screen.getByLabelText<HTMLInputElement>('Tutar (TRY)');
const topUp = { invoiceIds: [], amount: minorUnits(50_000) };

beforeEach(() => {
  start.mockReset().mockReturnValue(new Promise(() => undefined));
  live.mockReset().mockReturnValue({ status: 'loading' });
});

it('offers usual sums, and names act and sum on the button', async () => {
  await renderInApp(form);
  fireEvent.click(screen.getByRole('radio', { name: '₺500,00' }));
  expect(amountField().value).toBe('500,00');
  fireEvent.click(screen.getByRole('button', { name: '₺500,00 yükle' }));
  expect(start.mock.calls[0]?.[1]).toEqual({ currency: 'TRY', amount: 50_000, gateway: 'paytr' });
});

it.each([
  ['', 'Bir tutar girin.'],
  ['12,345', '100,00 gibi bir tutar girin.'],
  ['49,99', 'En az tutar: ₺50,00.'],
  ['1000000,01', 'En çok tutar: ₺1.000.000,00.'],
])('%j is refused in place', async (typed, words) => {
  await renderInApp(form);
  fireEvent.change(amountField(), { target: { value: typed } });
  fireEvent.click(screen.getByRole('button', { name: 'Bakiye yükle' }));
  expect(screen.getByText(words)).not.toBeNull();
  expect(start).not.toHaveBeenCalled();
});

it('has other usual sums for a currency without decimals, and one gateway', async () => {
  await renderInApp(<TopUpForm currency="JPY" country="TR" />, { locale: 'en' });
  expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ value }) => value)).toEqual([
    '2000',
    '5000',
    '10000',
    '25000',
  ]);
});

it('shows the form until the money is there, and then says so', async () => {
  start.mockResolvedValue(frame);
  const { update } = await renderInApp(form);
  fireEvent.click(screen.getByRole('radio', { name: '₺500,00' }));
  fireEvent.click(screen.getByRole('button', { name: '₺500,00 yükle' }));
  await screen.findByTitle('Güvenli ödeme formu');
  const creditedToWallet = minorUnits(50_000);
  live.mockReturnValue({
    status: 'ready',
    data: paymentWith({ ...topUp, status: 'SUCCEEDED', creditedToWallet }),
  });
  update(<TopUpForm currency="TRY" country="TR" />);
  expect(screen.queryByTitle('Güvenli ödeme formu')).toBeNull();
  expect(screen.getByText('₺500,00 cüzdan bakiyesine eklendi.')).not.toBeNull();
});

it.each([
  ['PROCESSING', 'Ödemeniz doğrulanıyor.'],
  ['FAILED', 'Son deneme başarısız oldu.'],
] as const)('tells a top-up that is %s', async (status, words) => {
  start.mockResolvedValue(frame);
  live.mockReturnValue({
    status: 'ready',
    data: paymentWith({ ...topUp, status, failureReason: status === 'FAILED' ? 'FUNDS' : null }),
  });
  await renderInApp(form);
  fireEvent.click(screen.getByRole('radio', { name: '₺500,00' }));
  fireEvent.click(screen.getByRole('button', { name: '₺500,00 yükle' }));
  expect(await screen.findByText(words)).not.toBeNull();
});

it('says in place why the page could not be opened', async () => {
  start.mockRejectedValue(new CallError('GATEWAY_UNAVAILABLE'));
  await renderInApp(form, { locale: 'en' });
  fireEvent.click(screen.getByRole('radio', { name: '₺500.00' }));
  fireEvent.click(screen.getByRole('button', { name: 'Top up ₺500.00' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was charged');
});
