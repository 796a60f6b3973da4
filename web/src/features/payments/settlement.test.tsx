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
  expect(settlementOf({ status }, waitedMs)).toBe(settlement);
});

describe('the return page', () => {
  it('confirms, then says that it takes longer, then that the money is there', async () => {
    await prepareApp();
    jest.useFakeTimers();
    try {
      const { update } = renderPrepared(<SettlementView payment={paymentWith()} />);
      expect(screen.getByRole('heading', { name: 'Doğrulanıyor' })).not.toBeNull();
      act(() => {
        jest.advanceTimersByTime(PATIENCE_MS + 1_000);
      });
      expect(screen.getByRole('heading', { name: 'Doğrulama sürüyor' })).not.toBeNull();
      update(<SettlementView payment={paymentWith({ status: 'SUCCEEDED' })} />);
      expect(screen.getByRole('heading', { name: 'Ödemeniz alındı.' })).not.toBeNull();
      expect(screen.getByText('Tutar: ₺1.200,00. Ödeme yolu: PayTR.')).not.toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('tells a failure by its reason', async () => {
    const failed = paymentWith({ status: 'FAILED', failureReason: 'EXPIRED_CARD' });
    await renderInApp(<SettlementView payment={failed} />, { locale: 'en' });
    expect(screen.getByText('This card has expired. Use another one.')).not.toBeNull();
  });

  it('tells what was sent back', async () => {
    const refunded = paymentWith({ status: 'REFUNDED', refundedAmount: minorUnits(120_000) });
    await renderInApp(<SettlementView payment={refunded} />, { locale: 'en' });
    expect(screen.getByText('₺1,200.00 was sent back.')).not.toBeNull();
  });
});
