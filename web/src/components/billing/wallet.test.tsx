import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { screen, within } from '@testing-library/react';
import { walletEntryWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { WalletBalance } from './wallet-balance';
import { WalletEntries } from './wallet-entries';

describe('balance', () => {
  it.each([
    ['is all there is to say', 5_000, 0, '₺50,00'],
    ['of nothing', 0, 0, '₺0,00'],
    ['and what is held', 5_000, 2_000, '₺50,00Ödeme için ayrılan: ₺20,00'],
    [
      'below zero is explained',
      -700,
      0,
      '-₺7,00Bir iade kalan bakiyeyi aştı; yeni gelen tutar önce bunu kapatır.',
    ],
  ])('%s', async (_, balance, held, words) => {
    await renderInApp(<WalletBalance balance={balance} held={held} currency="TRY" />);
    expect(screen.getByRole('region', { name: 'Bakiye' }).textContent).toBe(`Bakiye${words}`);
  });
});

describe('entries', () => {
  const entries = [
    walletEntryWith(),
    walletEntryWith({ id: 'b', kind: 'SPEND', amount: minorUnits(-2_000), balanceAfter: minorUnits(3_000) }),
    walletEntryWith({ id: 'c', kind: 'TOP_UP', reason: 'OVERPAYMENT' }),
    walletEntryWith({ id: 'd', kind: 'REFUND', reason: 'RELEASED' }),
    walletEntryWith({ id: 'e', kind: 'REFUND', reason: 'GATEWAY_REFUND' }),
    walletEntryWith({ id: 'f', kind: 'ADJUSTMENT', paymentId: null }),
  ];

  it('are a table: when, why with a link to the payment, signed amount, balance after', async () => {
    await renderInApp(<WalletEntries entries={entries} currency="TRY" />);
    const table = screen.getByRole('table', { name: 'Bu cüzdanın hareketleri, en yeniden eskiye' });
    const cells = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].slice(1).map(({ textContent }) => textContent));
    expect(cells).toEqual([
      ['Bakiye yükleme', '+₺50,00', '₺50,00'],
      ['Ödeme', '-₺20,00', '₺30,00'],
      ['Borçtan fazla gelen', '+₺50,00', '₺50,00'],
      ['Ödeme tamamlanmadı, tutar geri döndü', '+₺50,00', '₺50,00'],
      ['Karta iade edildi', '+₺50,00', '₺50,00'],
      ['Düzeltme', '+₺50,00', '₺50,00'],
    ]);
    const links = within(table).getAllByRole('link');
    expect(links).toHaveLength(5);
    expect(links[0]?.getAttribute('href')).toBe('/payments/payment-1');
  });

  it('are cards on a phone', async () => {
    await renderInApp(<WalletEntries entries={entries} currency="TRY" />, { width: 375 });
    expect(screen.queryByRole('table')).toBeNull();
    const [first] = screen.getAllByRole('listitem');
    expect(first?.textContent).toContain('Sonraki bakiye: ₺50,00');
  });
});
