import { call, issuedInvoice } from '../support/api';
import {
  confirmSms,
  enterPaytrCard,
  markPage,
  paytrCards,
  paytrFrame,
  payOnStripe,
  signIn,
  status,
  stripeCards,
} from '../support/pages';
import { firestore, newCustomer, newFinanceUser } from '../support/people';
import { expect, test } from '../support/test';

test('an invoice appears for the customer when finance issues it, and both see it paid through Stripe', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const customerPage = await signIn(browser, customer, '/invoices');
  await expect(customerPage.getByText('Your invoices will appear here.')).toBeVisible();
  const customerListStayed = await markPage(customerPage);

  const financePage = await signIn(browser, finance, '/console/invoices/new');
  await financePage.getByRole('combobox', { name: 'Customer' }).fill(customer.email.slice(0, 30));
  await financePage.getByRole('option', { name: new RegExp(customer.email) }).click();
  await financePage.getByLabel('Description').fill('Cloud server, Frankfurt');
  await financePage.getByLabel('Unit price').fill('100.00');
  await expect(financePage.getByText('€120.00').first()).toBeVisible();
  await financePage.getByRole('button', { name: 'Save draft' }).click();
  await financePage.getByRole('button', { name: 'Issue', exact: true }).click();
  await financePage.getByRole('button', { name: /^Issue invoice over/ }).click();
  await expect(status(financePage, 'Awaiting payment')).toBeVisible();
  const financeStayed = await markPage(financePage);

  const row = customerPage.getByRole('link', { name: /HYB-\d{6}-\d{4,}/ });
  await expect(row).toBeVisible();
  await customerListStayed();
  await row.click();

  // A second window of the customer's stays on the invoice while the first one pays.
  const watching = await customerPage.context().newPage();
  await watching.goto(customerPage.url());
  await expect(status(watching, 'Awaiting payment')).toBeVisible();
  const watchingStayed = await markPage(watching);

  await customerPage.getByRole('button', { name: /^Pay €120\.00/ }).click();
  await payOnStripe(customerPage, stripeCards.visa);
  await expect(customerPage.getByText('Payment received.')).toBeVisible();
  await expect(customerPage).toHaveURL(/\/payments\//);

  await expect(status(watching, 'Paid')).toBeVisible();
  await watchingStayed();
  await expect(status(financePage, 'Paid')).toBeVisible();
  await financeStayed();
});

test('3D Secure at Stripe ends in a paid invoice', async ({ browser }) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 2_500 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`);
  await page.getByRole('button', { name: /^Pay €30\.00/ }).click();
  await payOnStripe(page, stripeCards.authenticates);
  await page.getByRole('button', { name: 'Complete authentication' }).click();
  await expect(page.getByText('Payment received.')).toBeVisible();
});

test('PayTR in its frame: three installments and 3D Secure, paid in both windows without a reload', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('TR'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 100_000 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`);
  const watching = await page.context().newPage();
  await watching.goto(page.url());
  await expect(status(watching, 'Awaiting payment')).toBeVisible();
  const watchingStayed = await markPage(watching);
  const financePage = await signIn(browser, finance, `/console/invoices/${invoiceId}`);
  await expect(status(financePage, 'Awaiting payment')).toBeVisible();
  const financeStayed = await markPage(financePage);

  await page.getByRole('button', { name: /^Pay ₺1,200\.00/ }).click();
  const frame = paytrFrame(page);
  await enterPaytrCard(frame, paytrCards.mastercard.number, '3');
  await confirmSms(frame);

  await expect(status(watching, 'Paid')).toBeVisible();
  await watchingStayed();
  await expect(watching.getByText('3 instalments')).toBeVisible();
  await expect(status(financePage, 'Paid')).toBeVisible();
  await financeStayed();

  const payments = await firestore()
    .collection('payments')
    .where('invoiceIds', 'array-contains', invoiceId)
    .get();
  expect(payments.docs.map((doc) => doc.data())).toEqual([
    expect.objectContaining({ status: 'SUCCEEDED', installment: 3, amount: 120_000, gateway: 'paytr' }),
  ]);
});

test('money for an invoice that was cancelled meanwhile waits in the wallet, and the payer is told', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 5_000 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`);
  await page.getByRole('button', { name: /^Pay €60\.00/ }).click();
  await expect(page.getByLabel('Card number')).toBeVisible();
  await call('invoice-cancel', finance, { invoiceId, reason: 'Issued twice' });
  await payOnStripe(page, stripeCards.visa);
  await page.getByRole('link', { name: 'Go to invoice' }).click();
  await expect(page.getByText('€60.00 was not owed and waits as wallet balance.')).toBeVisible();
});
