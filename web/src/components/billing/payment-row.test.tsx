import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { Dispute, WalletPart } from '@hyble/billing-functions/src/schema/payment';
import { screen } from '@testing-library/react';
import { paymentWith, refundWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { PaymentRow } from './payment-row';

const part = (status: WalletPart['status']): WalletPart => ({
  paymentId: 'part',
  amount: minorUnits(20_000),
  status,
});
const ofCard = { status: 'SUCCEEDED' as const, amount: minorUnits(100_000) };
const text = () => document.querySelector('main, body')?.textContent;

it.each([
  ['CAPTURED', 'SUCCEEDED', '₺1.200,00'],
  ['HELD', 'PENDING', '₺1.200,00'],
  ['RELEASED', 'FAILED', '₺1.200,00'],
  ['RELEASED', 'SUCCEEDED', '₺1.000,00'],
] as const)('counts a wallet part that is %s of a payment that %s', async (part_, status, sum) => {
  await renderInApp(<PaymentRow payment={paymentWith({ ...ofCard, status, walletPart: part(part_) })} />);
  expect(screen.getByRole('strong').textContent).toBe(sum);
  expect(text()).toContain('Cüzdan ₺200,00 · PayTR ₺1.000,00');
});

it.each([
  ['HELD', 'Cüzdandan bu ödeme için ayrılan: ₺200,00.'],
  ['RELEASED', 'Cüzdandan alınan ₺200,00 cüzdana geri döndü.'],
] as const)('says where a part that is %s is', async (status, words) => {
  await renderInApp(<PaymentRow payment={paymentWith({ walletPart: part(status) })} />);
  expect(screen.getByText(words)).not.toBeNull();
});

it('tells overpaid money and a top-up apart', async () => {
  const credited = { status: 'SUCCEEDED' as const, creditedToWallet: minorUnits(5_000) };
  const { update } = await renderInApp(<PaymentRow payment={paymentWith(credited)} />);
  expect(screen.getByText('₺50,00 borçtan fazlaydı; cüzdan bakiyesine alındı.')).not.toBeNull();
  update(<PaymentRow payment={paymentWith({ ...credited, invoiceIds: [] })} />);
  expect(text()).not.toContain('borçtan fazlaydı');
});

it.each([
  ['GATEWAY', '₺100,00 ödendiği yoldan iade edildi.'],
  ['BANK', '₺100,00 havale/EFT ile iade edildi.'],
  ['WALLET', '₺100,00 cüzdana iade edildi.'],
] as const)('tells a refund by %s with its day and reason', async (destination, words) => {
  const refunds = [refundWith({ destination, reason: 'Fazla saat yazılmış' })];
  await renderInApp(<PaymentRow payment={paymentWith(ofCard)} refunds={refunds} />);
  expect(screen.getByRole('list', { name: 'İadeler' }).textContent).toBe(
    `${words} Fazla saat yazılmış20.11.2026`,
  );
});

it('tells a refund that is on its way', async () => {
  const refunds = [refundWith({ status: 'PENDING', processedAt: null })];
  await renderInApp(<PaymentRow payment={paymentWith(ofCard)} refunds={refunds} />);
  expect(screen.getByText('₺100,00 tutarında iade yolda.')).not.toBeNull();
});

it('says what the payment itself knows of refunds where they are not at hand', async () => {
  const payment = paymentWith({
    ...ofCard,
    refundedAmount: minorUnits(3_000),
    pendingRefund: {
      refundId: 'r',
      amount: minorUnits(4_000),
      fromWallet: minorUnits(0),
      reason: null,
      orderedAt: new Date(),
    },
  });
  await renderInApp(<PaymentRow payment={payment} />);
  expect(screen.getByText('₺30,00 iade edildi.')).not.toBeNull();
  expect(screen.getByText('₺40,00 tutarında iade yolda.')).not.toBeNull();
});

it.each([
  ['OPEN', 'An objection over ₺1,000.00 is being examined by the bank.'],
  ['WON', 'The objection over ₺1,000.00 is closed; the payment stands.'],
  ['LOST', 'The objection over ₺1,000.00 is closed; the bank returned the amount.'],
] as const)('tells a dispute that is %s without taking sides', async (status, words) => {
  const dispute: Dispute = {
    gatewayDisputeId: 'du_1',
    amount: minorUnits(100_000),
    reason: 'fraudulent',
    status,
    openedAt: new Date(),
    closedAt: null,
  };
  await renderInApp(<PaymentRow payment={paymentWith({ ...ofCard, disputes: [dispute] })} />, {
    locale: 'en',
  });
  expect(screen.getByText(words)).not.toBeNull();
  expect(text()).not.toContain('fraudulent');
});

it('keeps an earlier failure of a payment that succeeded to itself', async () => {
  await renderInApp(<PaymentRow payment={paymentWith({ ...ofCard, failureReason: 'FUNDS' })} />);
  expect(text()).not.toContain('Kart limiti');
});
