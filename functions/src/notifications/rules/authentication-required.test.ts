import { minorUnits } from '../../core/money';
import { anInvoice } from '../../invoices/testing/invoice-factory';
import { aPayment, aUser } from '../../testing/factories';
import { authenticationRequired } from './authentication-required';

const NOW = new Date('2026-03-10T10:00:00Z');
const invoices = ['HYB-202603-0042', 'HYB-202603-0043'].map((invoiceNumber, index) => ({
  id: `invoice-${index + 1}`,
  invoice: anInvoice({ invoiceNumber }),
}));
const payment = aPayment({ invoiceIds: ['invoice-1', 'invoice-2'], amount: minorUnits(123_456) });
const what = { paymentId: 'payment-1', payment, invoices, appUrl: 'https://portal.example' };

const event = {
  op: 'create',
  path: 'events/payment.authenticationRequired_payment-1',
  fields: {
    type: 'payment.authenticationRequired',
    occurredAt: NOW,
    paymentId: 'payment-1',
    invoiceIds: ['invoice-1', 'invoice-2'],
    userId: 'user-1',
    organizationId: null,
    amount: 123_456,
    currency: 'TRY',
  },
};

test.each([
  [
    'tr',
    'Ödemenizi bankanızla onaylamanız gerekiyor',
    [
      'Sayın Ayşe Yılmaz,',
      'HYB-202603-0042, HYB-202603-0043 için ₺1.234,56 tutarındaki ödemeyi kayıtlı kartınızdan alamadık: bankanız ödemeyi sizin onaylamanızı istiyor. Kartınızdan tahsilat yapılmadı.',
      'Faturayı açıp ödemeyi başlatın ve bankanızın ekranında onaylayın.',
      'Ödemeyi tamamla: https://portal.example/invoices/invoice-1',
    ],
  ],
  [
    'en',
    'Please confirm your payment with your bank',
    [
      'Dear Ayşe Yılmaz,',
      'We could not charge your saved card ₺1,234.56 for HYB-202603-0042, HYB-202603-0043: your bank wants you to confirm the payment. Nothing was charged.',
      'Open the invoice, pay it, and confirm on your bank’s page.',
      'Finish the payment: https://portal.example/invoices/invoice-1',
    ],
  ],
] as const)('the event, and a mail in the customer’s language (%s)', (locale, subject, lines) => {
  expect(authenticationRequired({ ...what, payer: aUser({ locale }) }, NOW)).toEqual([
    event,
    {
      op: 'create',
      path: 'mail/authenticationRequired_payment-1',
      fields: {
        toUids: ['user-1'],
        message: { subject, text: lines.join('\n\n'), html: expect.stringContaining(subject) as string },
      },
    },
  ]);
});

test('without a profile there is nobody to write to', () => {
  expect(authenticationRequired({ ...what, payer: null }, NOW)).toEqual([event]);
});
