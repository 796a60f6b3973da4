import { issuedInvoice } from '../support/api';
import { payOnStripe, signIn, stripeCards } from '../support/pages';
import { newCustomer, newFinanceUser } from '../support/people';
import { expect, test } from '../support/test';

test('a card kept while paying needs its bank next time: told in place, and paid on the page', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const [first, second] = await Promise.all([
    issuedInvoice(finance, customer, { unitPrice: 10_000 }),
    issuedInvoice(finance, customer, { unitPrice: 5_000 }),
  ]);
  const page = await signIn(browser, customer, `/invoices/${first.invoiceId}`);
  await page.getByRole('checkbox', { name: 'Save this card for later payments' }).check();
  await page.getByRole('button', { name: 'Pay €120.00' }).click();
  await payOnStripe(page, stripeCards.authenticates);
  await page.getByRole('button', { name: 'Complete authentication' }).click();
  await expect(page.getByText('Payment received.')).toBeVisible();

  await page.goto(`/invoices/${second.invoiceId}`);
  await page.getByRole('radio', { name: /•••• 3184/ }).check();
  await page.getByRole('button', { name: 'Pay €60.00' }).click();
  await expect(
    page.getByText('This card needs confirmation with your bank. Pay again and confirm.').first(),
  ).toBeVisible();
  await page.getByRole('radio', { name: 'Another card' }).check();
  await page.getByRole('button', { name: 'Pay €60.00' }).click();
  await payOnStripe(page, stripeCards.visa);
  await expect(page.getByText('Payment received.')).toBeVisible();
});
