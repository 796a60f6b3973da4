import { expect, test } from '../support/test';
import { issuedInvoice } from '../support/api';
import { signIn, status } from '../support/pages';
import { firestore, newCustomer, newFinanceUser } from '../support/people';
import { picture } from '../support/pictures';

test('offline: the invoice stays, payments are off, and what changed meanwhile comes by itself', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const { invoiceId, invoiceNumber } = await issuedInvoice(finance, customer, { unitPrice: 10_000 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`);
  const pay = page.getByRole('button', { name: 'Pay €120.00' });
  const banner = page.getByRole('note').filter({ hasText: 'You are offline.' });
  const spoken = page.locator('[aria-live="polite"]');
  await expect(pay).toBeEnabled();
  await expect(banner).toHaveCount(0);

  await page.context().setOffline(true);
  await expect(banner).toBeVisible();
  await expect(spoken).toHaveText(/^You are offline\./);
  await expect(pay).toBeDisabled();
  await expect(page.getByText('Cloud server')).toBeVisible();
  await picture(page, 'invoice-offline');
  // A page that this browser has not fetched yet says so instead of failing.
  await page.getByRole('link', { name: 'Wallet', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This page is not here yet' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Cloud server')).toBeVisible();

  await firestore().doc(`invoices/${invoiceId}`).update({ status: 'OVERDUE' });
  await page.context().setOffline(false);
  await expect(banner).toHaveCount(0);
  await expect(pay).toBeEnabled();
  await expect(status(page, 'Overdue')).toBeVisible();
  await expect(spoken).toHaveText(`Invoice ${invoiceNumber} is now overdue`);
});
