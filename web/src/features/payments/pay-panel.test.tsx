import { fireEvent, screen, waitFor } from '@testing-library/react';
import { CallError } from '../../lib/callable';
import { invoiceWith, paymentWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { PayPanel } from './pay-panel';
import { startCheckout } from './start-checkout';

jest.mock('./start-checkout', () => ({ startCheckout: jest.fn() }));
const start = jest.mocked(startCheckout);

const payButton = () => screen.getByRole('button', { name: '₺1.200,00 öde' });
const frame = { kind: 'IFRAME' as const, url: 'https://paytr.example/t', expiresAt: new Date('2099-01-01') };

beforeEach(() => {
  start.mockReset();
});

it('asks for one attempt however fast the button is clicked', async () => {
  start.mockReturnValue(new Promise(() => undefined));
  await renderInApp(<PayPanel invoice={invoiceWith()} payments={[]} country="TR" />);
  const button = payButton();
  fireEvent.click(button);
  fireEvent.click(button);
  expect(start).toHaveBeenCalledTimes(1);
  expect(screen.getByText('Güvenli ödeme sayfası hazırlanıyor…')).not.toBeNull();
});

it('shows the form until its payment ends, whatever the form itself shows', async () => {
  start.mockResolvedValue({ paymentId: 'payment-1', ...frame });
  const { update } = await renderInApp(<PayPanel invoice={invoiceWith()} payments={[]} country="TR" />);
  fireEvent.click(payButton());
  await screen.findByTitle('Güvenli ödeme formu');
  update(<PayPanel invoice={invoiceWith()} payments={[paymentWith()]} country="TR" />);
  expect(screen.getByTitle('Güvenli ödeme formu')).not.toBeNull();
  const failed = paymentWith({ status: 'FAILED', failureReason: 'FUNDS' });
  update(<PayPanel invoice={invoiceWith()} payments={[failed]} country="TR" />);
  expect(screen.queryByTitle('Güvenli ödeme formu')).toBeNull();
  expect(screen.getByRole('alert').textContent).toContain('Kart limiti veya bakiyesi yetersiz.');
  expect(payButton()).not.toBeNull();
});

it.each([
  ['without an answer, the same attempt is continued', 'GATEWAY_RESULT_UNKNOWN', true],
  ['after a refusal, another attempt begins', 'GATEWAY_DECLINED', false],
] as const)('%s', async (_, code, isSame) => {
  start.mockRejectedValue(new CallError(code));
  await renderInApp(<PayPanel invoice={invoiceWith()} payments={[]} country="TR" />);
  fireEvent.click(payButton());
  await screen.findByRole('alert');
  fireEvent.click(payButton());
  await waitFor(() => {
    expect(start).toHaveBeenCalledTimes(2);
  });
  const [first, second] = start.mock.calls.map(([request]) => request.attemptId);
  expect(first === second).toBe(isSame);
  await screen.findByRole('alert');
});

it('asks the gateway that the customer chose', async () => {
  start.mockReturnValue(new Promise(() => undefined));
  await renderInApp(<PayPanel invoice={invoiceWith()} payments={[]} country="TR" />);
  fireEvent.click(screen.getByRole('radio', { name: 'Yurt dışı kartı (Stripe)' }));
  fireEvent.click(payButton());
  expect(start.mock.calls[0]?.[0]).toMatchObject({ invoiceIds: ['invoice-1'], gateway: 'stripe' });
});

it.each([
  ['PayTR first in Turkey', 'TR', 'EUR', ['paytr', 'stripe']],
  ['PayTR first for lira', 'DE', 'TRY', ['paytr', 'stripe']],
  ['Stripe first elsewhere', 'DE', 'EUR', ['stripe', 'paytr']],
  ['no choice where only Stripe takes the currency', 'TR', 'JPY', []],
])('offers %s', async (_, country, currency, gateways) => {
  await renderInApp(<PayPanel invoice={invoiceWith({ currency })} payments={[]} country={country} />);
  expect(screen.queryAllByRole<HTMLInputElement>('radio').map(({ value }) => value)).toEqual(gateways);
});

it('hides the button while money is on its way', async () => {
  const processing = [paymentWith({ status: 'PROCESSING' })];
  await renderInApp(<PayPanel invoice={invoiceWith()} payments={processing} country="TR" />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('Ödemeniz doğrulanıyor.')).not.toBeNull();
});

it('offers to continue an open attempt or to start over', async () => {
  start.mockReturnValue(new Promise(() => undefined));
  await renderInApp(<PayPanel invoice={invoiceWith()} payments={[paymentWith()]} country="TR" />);
  expect(screen.queryByRole('button', { name: /öde$/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Devam et' }));
  expect(start).not.toHaveBeenCalled();
  expect(screen.getByTitle('Güvenli ödeme formu').getAttribute('src')).toBe(paymentWith().checkout?.url);
  fireEvent.click(screen.getByRole('button', { name: 'Ödemeden geri dön' }));
  fireEvent.click(screen.getByRole('button', { name: 'Baştan başla' }));
  expect(start).toHaveBeenCalledTimes(1);
});

it('pays nothing while offline', async () => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await renderInApp(<PayPanel invoice={invoiceWith()} payments={[]} country="TR" />);
  expect(payButton().hasAttribute('disabled')).toBe(true);
  jest.restoreAllMocks();
});
