import { minorUnits } from '@hyble/billing-functions/src/core/money';
import { invoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import { paymentStatus } from '@hyble/billing-functions/src/schema/payment';
import { fireEvent, screen, within } from '@testing-library/react';
import enCommon from '../../lib/i18n/en/common';
import trCommon from '../../lib/i18n/tr/common';
import { invoiceWith, paymentWith } from '../../testing/factories';
import { renderInApp } from '../../testing/render';
import { AmountDue } from './amount-due';
import { InvoiceStatusBadge } from './invoice-status-badge';
import { InvoiceTable } from './invoice-table';
import { InvoiceView } from './invoice-view';
import { PaymentGatewaySwitch } from './payment-gateway-switch';
import { PaymentHistory } from './payment-history';
import { PaymentStatusBadge } from './payment-status-badge';
import { PayTRCheckout } from './paytr-checkout';
import { StripeCheckout } from './stripe-checkout';

describe('status badges', () => {
  it.each(invoiceStatus.options)(
    'say %s of an invoice by word and icon, not by colour alone',
    async (status) => {
      await renderInApp(<InvoiceStatusBadge status={status} />, { locale: 'en' });
      const chip = screen.getByText(enCommon.invoiceStatuses[status]).parentElement;
      expect(chip?.querySelectorAll('svg[aria-hidden=true]')).toHaveLength(1);
    },
  );

  it.each(paymentStatus.options)('say %s of a payment by word and icon', async (status) => {
    await renderInApp(<PaymentStatusBadge status={status} />, { locale: 'tr' });
    const chip = screen.getByText(trCommon.paymentStatuses[status]).parentElement;
    expect(chip?.querySelectorAll('svg[aria-hidden=true]')).toHaveLength(1);
  });

  it('follow the language', async () => {
    await renderInApp(<InvoiceStatusBadge status="CANCELLED" />, { locale: 'tr' });
    expect(screen.getByText('İptal edildi')).not.toBeNull();
    expect(document.documentElement.lang).toBe('tr');
  });
});

describe('gateway switch', () => {
  it('is not there when only one gateway takes the currency', async () => {
    await renderInApp(<PaymentGatewaySwitch ways={['stripe']} chosen="stripe" onChoose={jest.fn()} />);
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('offers each gateway by what it does, and tells which was chosen', async () => {
    const onChoose = jest.fn();
    await renderInApp(
      <PaymentGatewaySwitch ways={['paytr', 'stripe']} chosen="paytr" onChoose={onChoose} />,
      { locale: 'en' },
    );
    const [first, second] = screen.getAllByRole<HTMLInputElement>('radio');
    expect(first?.checked).toBe(true);
    expect(second?.checked).toBe(false);
    fireEvent.click(screen.getByRole('radio', { name: 'International card (Stripe)' }));
    expect(onChoose).toHaveBeenCalledWith('stripe');
  });
});

describe('invoice view', () => {
  const twoRates = invoiceWith({
    subtotal: minorUnits(150_000),
    taxes: [
      { rate: 10, base: minorUnits(50_000), amount: minorUnits(5_000) },
      { rate: 20, base: minorUnits(100_000), amount: minorUnits(20_000) },
    ],
    taxTotal: minorUnits(25_000),
    total: minorUnits(175_000),
    amountPaid: minorUnits(75_000),
    amountDue: minorUnits(100_000),
    notes: 'Teşekkürler',
  });

  it('shows what Turkish law wants named, and VAT per rate', async () => {
    await renderInApp(<InvoiceView invoice={twoRates} />);
    const seller = screen.getByRole('region', { name: 'Satıcı' });
    expect(seller.textContent).toContain('Vergi dairesi: Zincirlikuyu');
    expect(seller.textContent).toContain('VKN/TCKN: 4740512697');
    const terms = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(terms).toEqual([
      'Düzenleme tarihi',
      'Vade tarihi',
      'Ara toplam',
      'KDV %10 (matrah ₺500,00)',
      'KDV %20 (matrah ₺1.000,00)',
      'Genel toplam',
      'Ödenen',
      'Kalan tutar',
    ]);
  });

  it('is a table with headers on a wide screen', async () => {
    await renderInApp(<InvoiceView invoice={twoRates} />);
    const table = screen.getByRole('table', { name: 'Faturanın kalemleri' });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(6);
    expect(within(table).getByRole('rowheader', { name: 'Bulut sunucu' })).not.toBeNull();
  });

  it('is a list on a phone', async () => {
    await renderInApp(<InvoiceView invoice={twoRates} />, { width: 320 });
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByRole('list', { name: 'Faturanın kalemleri' }).textContent).toContain('2 × ₺500,00');
  });

  it('shows no payments of a draft, nor parties that are not known yet', async () => {
    const draft = invoiceWith({
      status: 'DRAFT',
      invoiceNumber: null,
      issueDate: null,
      seller: null,
      buyer: null,
    });
    await renderInApp(<InvoiceView invoice={draft} />, { locale: 'en' });
    expect(screen.queryByText('Issue date')).toBeNull();
    expect(screen.queryByText('Amount due')).toBeNull();
    expect(screen.getAllByText('Filled in when the invoice is issued')).toHaveLength(2);
  });
});

describe('amount due', () => {
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
    await renderInApp(
      <AmountDue invoice={invoiceWith({ status: 'CANCELLED', amountDue: minorUnits(0) })} />,
      {
        locale: 'en',
      },
    );
    expect(screen.getByText('This invoice was cancelled; no payment is needed.')).not.toBeNull();
  });
});

describe('invoice table', () => {
  const invoices = [
    invoiceWith(),
    invoiceWith({ id: 'invoice-2', invoiceNumber: null, status: 'DRAFT', issueDate: null, currency: 'EUR' }),
  ];
  const hrefOf = (id: string) => `/invoices/${id}`;

  it('has a caption, headers with a scope, and a link a row', async () => {
    await renderInApp(<InvoiceTable caption="Faturalar" invoices={invoices} hrefOf={hrefOf} />);
    const table = screen.getByRole('table', { name: 'Faturalar' });
    expect(within(table).getAllByRole('columnheader')).toHaveLength(6);
    const links = within(table).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/invoices/invoice-1',
      '/invoices/invoice-2',
    ]);
    expect(links.map(({ textContent }) => textContent)).toEqual(['HYB-202611-0042', 'Taslak']);
  });

  it('names the currency of every amount', async () => {
    await renderInApp(<InvoiceTable caption="Faturalar" invoices={invoices} hrefOf={hrefOf} />);
    expect(screen.getAllByText('₺1.200,00')).toHaveLength(2);
    expect(screen.getAllByText('€1.200,00')).toHaveLength(2);
  });

  it('becomes cards on a phone', async () => {
    await renderInApp(<InvoiceTable caption="Faturalar" invoices={invoices} hrefOf={hrefOf} />, {
      width: 375,
    });
    expect(screen.queryByRole('table')).toBeNull();
    expect(within(screen.getByRole('list', { name: 'Faturalar' })).getAllByRole('listitem')).toHaveLength(2);
  });
});

describe('payment history', () => {
  it('shows failed attempts with their reason, installments and what became wallet money', async () => {
    const payments = [
      paymentWith({ id: 'a', status: 'FAILED', failureReason: 'FUNDS' }),
      paymentWith({
        id: 'b',
        status: 'SUCCEEDED',
        installment: 3,
        surcharge: minorUnits(4_500),
        creditedToWallet: minorUnits(5_000),
      }),
    ];
    await renderInApp(<PaymentHistory payments={payments} />);
    const [failed, succeeded] = screen.getAllByRole('listitem');
    expect(failed?.textContent).toContain('Kart limiti veya bakiyesi yetersiz.');
    expect(succeeded?.textContent).toContain('PayTR · 3 taksit · Vade farkı: ₺45,00');
    expect(succeeded?.textContent).toContain('₺50,00 borçtan fazlaydı; cüzdan bakiyesine alındı.');
  });
});

describe('checkouts', () => {
  it("shows PayTR's form in a named frame with a way back", async () => {
    const onLeave = jest.fn();
    const expiresAt = new Date('2026-11-20T09:30:00Z');
    const session = { method: 'card' as const, url: 'https://paytr.example/token', expiresAt };
    await renderInApp(<PayTRCheckout session={session} onLeave={onLeave} />);
    expect(screen.getByTitle('Güvenli ödeme formu').getAttribute('src')).toBe(session.url);
    fireEvent.click(screen.getByRole('button', { name: 'Ödemeden geri dön' }));
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  it("leaves for Stripe's page once, and says so", async () => {
    const leaveFor = jest.fn();
    const ui = <StripeCheckout url="https://stripe.example/pay" leaveFor={leaveFor} />;
    const { update } = await renderInApp(ui, { locale: 'en' });
    update(ui);
    expect(leaveFor.mock.calls).toEqual([['https://stripe.example/pay']]);
    expect(screen.getByText('Taking you to the secure payment page…')).not.toBeNull();
  });
});
