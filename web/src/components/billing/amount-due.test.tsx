import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { screen } from '@testing-library/react';
import { invoiceWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { AmountDue } from './amount-due';

it('leads with what is owed and until when', async () => {
  await renderInApp(<AmountDue invoice={invoiceWith()} />);
  expect(screen.getByText('₺1.200,00')).not.toBeNull();
  expect(screen.getByText(/Vade tarihi: 05\.03\.2099/)).not.toBeNull();
});

it('says how late an invoice is', async () => {
  const late = invoiceWith({ status: 'OVERDUE', dueDate: new Date(Date.now() - 3 * 86_400_000) });
  await renderInApp(<AmountDue invoice={late} />, { locale: 'en' });
  expect(screen.getByText('3 days late')).not.toBeNull();
});

it('thanks for a paid invoice', async () => {
  const paid = invoiceWith({
    status: 'PAID',
    amountDue: minorUnits(0),
    paidAt: new Date('2026-11-20T09:00:00Z'),
  });
  await renderInApp(<AmountDue invoice={paid} />);
  expect(screen.getByText('20.11.2026 tarihinde ödendi. Teşekkür ederiz.')).not.toBeNull();
});

it('asks for nothing on a cancelled one', async () => {
  const cancelled = invoiceWith({ status: 'CANCELLED', amountDue: minorUnits(0) });
  await renderInApp(<AmountDue invoice={cancelled} />, { locale: 'en' });
  expect(screen.getByText('This invoice was cancelled; no payment is needed.')).not.toBeNull();
});
