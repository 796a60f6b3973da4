import { issuedInvoice } from '../support/api';
import { payOnStripe, saveOnStripe, signIn, status, stripeCards } from '../support/pages';
import { newCustomer, newFinanceUser } from '../support/people';
import { expect, test } from '../support/test';

test('a card is added, pays an invoice by one press, and is removed', async ({ browser }) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 10_000 });
  const page = await signIn(browser, customer, '/payment-methods');
  await expect(page.getByText('No saved card.')).toBeVisible();
  await page.getByRole('button', { name: 'Add card' }).click();
  await saveOnStripe(page, stripeCards.visa);
  // A setup tells of itself by many events at once, each of which may start a process of its own in the emulator.
  await expect(page.getByRole('listitem').filter({ hasText: 'Visa •••• 4242' })).toBeVisible({
    timeout: 90_000,
  });

  await page.goto(`/invoices/${invoiceId}`);
  await expect(page.getByRole('radio', { name: 'Visa •••• 4242' })).toBeVisible();
  await page.getByRole('radio', { name: 'Visa •••• 4242' }).check();
  await page.getByRole('button', { name: 'Pay €120.00' }).click();
  await expect(page.getByText('Payment received.')).toBeVisible();
  await page.getByRole('link', { name: 'Go to invoice' }).click();
  await expect(status(page, 'Paid')).toBeVisible();

  await page.goto('/payment-methods');
  await page.getByRole('button', { name: 'Remove Visa •••• 4242' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove the card ending 4242?' });
  await dialog.getByRole('button', { name: 'Remove Visa •••• 4242' }).click();
  await expect(page.getByText('No saved card.')).toBeVisible();
});

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
