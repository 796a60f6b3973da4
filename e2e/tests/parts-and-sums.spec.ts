import { issuedInvoice } from '../support/api';
import {
  confirmSms,
  enterPaytrCard,
  paytrCards,
  paytrFrame,
  payOnStripe,
  signIn,
  status,
  stripeCards,
} from '../support/pages';
import { firestore, newCustomer, newFinanceUser } from '../support/people';
import { expect, test } from '../support/test';

test('half of an invoice now, the rest later: partially paid, then paid', async ({ browser }) => {
  const [customer, finance] = await Promise.all([newCustomer('TR'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 100_000 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`, { locale: 'tr-TR' });
  await page.getByRole('button', { name: 'Başka bir tutar' }).click();
  await page.getByLabel('Tutar (TRY)').fill('500,50');
  await page.getByRole('button', { name: '₺500,50 öde' }).click();
  const frame = paytrFrame(page, 'Güvenli ödeme formu');
  await enterPaytrCard(frame, paytrCards.visa.number, null);
  await confirmSms(frame);

  await expect(page.getByText('Ödemeniz alındı.')).toBeVisible();
  await page.getByRole('link', { name: 'Faturaya git' }).click();
  await expect(status(page, 'Kısmi ödendi')).toBeVisible();
  await expect(page.getByText('Şimdiye kadar ödenen: ₺500,50 / ₺1.200,00')).toBeVisible();
  await page.getByRole('button', { name: '₺699,50 öde' }).click();
  await enterPaytrCard(frame, paytrCards.visa.number, null);
  await confirmSms(frame);
  await expect(status(page, 'Ödendi')).toBeVisible();
});

test('two invoices chosen in the list are paid by one payment', async ({ browser }) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const [first, second] = await Promise.all([
    issuedInvoice(finance, customer, { unitPrice: 10_000 }),
    issuedInvoice(finance, customer, { unitPrice: 5_000 }),
  ]);
  const page = await signIn(browser, customer, '/invoices');
  await page.getByRole('checkbox', { name: `Choose invoice ${first.invoiceNumber}` }).check();
  await page.getByRole('checkbox', { name: `Choose invoice ${second.invoiceNumber}` }).check();
  await page.getByRole('link', { name: 'Pay selected: €180.00' }).click();
  await expect(page.getByRole('heading', { name: 'Pay invoices' })).toBeVisible();
  await page.getByRole('button', { name: 'Pay €180.00' }).click();
  await payOnStripe(page, stripeCards.visa);
  await expect(page.getByText('Payment received.')).toBeVisible();
  for (const { invoiceNumber } of [first, second]) {
    await expect(page.getByRole('link', { name: `Invoice ${invoiceNumber}` })).toBeVisible();
  }
  await page.goto('/payments');
  await expect(page.getByRole('link', { name: '€180.00 · 2 invoices' })).toBeVisible();

  const invoices = await Promise.all(
    [first, second].map(({ invoiceId }) => firestore().doc(`invoices/${invoiceId}`).get()),
  );
  expect(invoices.map((invoice) => invoice.get('status') as unknown)).toEqual(['PAID', 'PAID']);
});
