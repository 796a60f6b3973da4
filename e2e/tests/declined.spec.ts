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
import { newCustomer, newFinanceUser } from '../support/people';
import { expect, test } from '../support/test';

test('a card declined at Stripe leaves the invoice payable and says why', async ({ browser }) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 10_000 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`);
  await page.getByRole('button', { name: /^Pay €120\.00/ }).click();
  await payOnStripe(page, stripeCards.insufficientFunds);
  await expect(page.getByText('The card has insufficient funds.')).toBeVisible();

  await page.goto(`/invoices/${invoiceId}`);
  await expect(status(page, 'Awaiting payment')).toBeVisible();
  await expect(page.getByText('The card’s limit or balance is not enough.').first()).toBeVisible();

  // The attempt is still open at Stripe; another card on the same page pays.
  await page.getByRole('button', { name: 'Continue' }).click();
  await payOnStripe(page, stripeCards.visa);
  await expect(page.getByText('Payment received.')).toBeVisible();
});

test('a card declined at PayTR leaves the invoice payable and says why', async ({ browser }) => {
  const [customer, finance] = await Promise.all([newCustomer('TR'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 10_000 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`, { locale: 'tr-TR' });
  await page.getByRole('button', { name: '₺120,00 öde' }).click();
  const frame = paytrFrame(page, 'Güvenli ödeme formu');
  await enterPaytrCard(frame, paytrCards.insufficientFunds.number, null);
  await confirmSms(frame);

  await expect(page.getByText('Kart limiti veya bakiyesi yetersiz.').first()).toBeVisible();
  await expect(status(page, 'Ödeme bekliyor')).toBeVisible();
  await page.getByRole('button', { name: '₺120,00 öde' }).click();
  await enterPaytrCard(frame, paytrCards.visa.number, null);
  await confirmSms(frame);
  await expect(page.getByText('Ödemeniz alındı.')).toBeVisible();
});
