import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { PaymentStatus } from '@hyble/billing-functions/src/schema/payment';
import { act, screen } from '@testing-library/react';
import { paymentWith } from '../../testing/factories';
import { prepareApp, renderInApp, renderPrepared } from '../../testing/render';
import { PATIENCE_MS, settlementOf } from './settlement';
import type { Settlement } from './settlement';
import { SettlementView } from './settlement-view';

it.each<[PaymentStatus, number, Settlement]>([
  ['PENDING', 0, 'confirming'],
  ['PROCESSING', PATIENCE_MS - 1, 'confirming'],
  ['PENDING', PATIENCE_MS, 'still'],
  ['SUCCEEDED', PATIENCE_MS, 'paid'],
  ['FAILED', 0, 'failed'],
  ['REFUNDED', 0, 'refunded'],
])('%s after %i ms is %s', (status, waitedMs, settlement) => {
  expect(settlementOf({ status, checkout: null }, waitedMs)).toBe(settlement);
});

describe('the return page', () => {
  it('confirms, then says that it takes longer, then that the money is there', async () => {
    await prepareApp();
    jest.useFakeTimers();
    try {
      const { update } = renderPrepared(<SettlementView payment={paymentWith()} uid="ayse" />);
      expect(screen.getByRole('heading', { name: 'Doğrulanıyor' })).not.toBeNull();
      act(() => {
        jest.advanceTimersByTime(PATIENCE_MS + 1_000);
      });
      expect(screen.getByRole('heading', { name: 'Doğrulama sürüyor' })).not.toBeNull();
      update(<SettlementView payment={paymentWith({ status: 'SUCCEEDED' })} uid="ayse" />);
      expect(screen.getByRole('heading', { name: 'Ödemeniz alındı.' })).not.toBeNull();
      expect(screen.getByText('Tutar: ₺1.200,00. Ödeme yolu: PayTR.')).not.toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('has patience with a bank transfer, which its owner can give up at once', async () => {
    const { checkout } = paymentWith();
    if (checkout === null) throw new Error('It has one');
    const transfer = paymentWith({ checkout: { ...checkout, method: 'bankTransfer' } });
    await renderInApp(<SettlementView payment={transfer} uid="ayse" />);
    expect(screen.getByRole('heading', { name: 'Havale/EFT bekleniyor' })).not.toBeNull();
    expect(screen.getByRole('button', { name: 'Bu ödemeden vazgeç' })).not.toBeNull();
  });

  it('tells a failure by its reason', async () => {
    const failed = paymentWith({ status: 'FAILED', failureReason: 'EXPIRED_CARD' });
    await renderInApp(<SettlementView payment={failed} uid="ayse" />, { locale: 'en' });
    expect(screen.getByText('This card has expired. Use another one.')).not.toBeNull();
  });

  it('tells what was sent back', async () => {
    const refunded = paymentWith({ status: 'REFUNDED', refundedAmount: minorUnits(120_000) });
    await renderInApp(<SettlementView payment={refunded} uid="ayse" />, { locale: 'en' });
    expect(screen.getByText('₺1,200.00 was sent back.')).not.toBeNull();
  });

  it('says after a while that an unfinished attempt can be continued or given up, to who began it', async () => {
    await prepareApp({ locale: 'en' });
    jest.useFakeTimers();
    try {
      const { update } = renderPrepared(<SettlementView payment={paymentWith()} uid="ayse" />);
      expect(screen.queryByRole('button')).toBeNull();
      act(() => {
        jest.advanceTimersByTime(PATIENCE_MS + 1_000);
      });
      expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
        'Continue',
        'Give up this payment',
      ]);
      update(<SettlementView payment={paymentWith()} uid="somebody-else" />);
      expect(screen.queryByRole('button')).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('names both parts of a payment out of wallet and card', async () => {
    const walletPart = { paymentId: 'part', amount: minorUnits(20_000), status: 'CAPTURED' as const };
    const paid = paymentWith({ status: 'SUCCEEDED', amount: minorUnits(100_000), walletPart });
    await renderInApp(<SettlementView payment={paid} uid="ayse" />, { locale: 'en' });
    expect(screen.getByText('₺1,200.00 was paid with Wallet + PayTR.')).not.toBeNull();
  });

  it('says that nothing was charged and the wallet part is back', async () => {
    const walletPart = { paymentId: 'part', amount: minorUnits(20_000), status: 'RELEASED' as const };
    const failed = paymentWith({ status: 'FAILED', failureReason: 'FUNDS', walletPart });
    await renderInApp(<SettlementView payment={failed} uid="ayse" />);
    expect(screen.getByText('Tahsilat yapılmadı; ₺200,00 cüzdanınıza iade edildi.')).not.toBeNull();
  });

  it('tells a top-up by the wallet that grew', async () => {
    const topUp = paymentWith({
      status: 'SUCCEEDED',
      invoiceIds: [],
      creditedToWallet: minorUnits(120_000),
    });
    await renderInApp(<SettlementView payment={topUp} uid="ayse" />);
    expect(screen.getByText('₺1.200,00 cüzdan bakiyesine eklendi.')).not.toBeNull();
  });
});
