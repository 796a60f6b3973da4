import { issuedInvoice } from '../support/api';
import { markPage, paytrFrame, signIn, status } from '../support/pages';
import { newCustomer, newFinanceUser } from '../support/people';
import { expect, test } from '../support/test';

test('a bank transfer through PayTR is told of, awaited, and pays the invoice when it arrives', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('TR'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 100_000 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`);
  const stayed = await markPage(page);
  await page.getByRole('radio', { name: 'Bank transfer (PayTR)' }).check();
  await page.getByRole('button', { name: 'Pay ₺1,200.00' }).click();
  const form = paytrFrame(page, 'Bank transfer form');
  await form.getByRole('button', { name: 'Ödemeyi gönderdim' }).click();
  await expect(form.getByText('Bildiriminiz alındı').first()).toBeVisible();

  await page.getByRole('button', { name: 'Close the form' }).click();
  await expect(page.getByRole('heading', { name: 'Your bank transfer is awaited.' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Pay / })).toBeHidden();
  await expect(status(page, 'Awaiting payment')).toBeVisible();

  await page.getByRole('button', { name: 'Account and form' }).click();
  await form.getByRole('button', { name: 'Deneme: para hesaba geçti' }).click();
  await expect(status(page, 'Paid')).toBeVisible();
  await stayed();
});
