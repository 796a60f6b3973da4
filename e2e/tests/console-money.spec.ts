import { dayOf } from '../../functions/src/core/calendar';
import { issuedInvoice } from '../support/api';
import { markPage, payOnStripe, signIn, status, stripeCards } from '../support/pages';
import { newCustomer, newFinanceUser } from '../support/people';
import { expect, test } from '../support/test';

test('finance refunds a part of a Stripe payment, and the customer sees it without a reload', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 10_000 });
  const customerPage = await signIn(browser, customer, `/invoices/${invoiceId}`);
  await customerPage.getByRole('button', { name: /^Pay €120\.00/ }).click();
  await payOnStripe(customerPage, stripeCards.visa);
  await customerPage.getByRole('link', { name: 'Go to invoice' }).click();
  await expect(status(customerPage, 'Paid')).toBeVisible();
  const customerStayed = await markPage(customerPage);

  const financePage = await signIn(browser, finance, `/console/invoices/${invoiceId}`);
  await financePage.getByRole('link', { name: 'Refund', exact: true }).click();
  await expect(financePage.getByRole('heading', { name: 'Payment of €120.00' })).toBeVisible();
  await financePage.getByRole('button', { name: 'Ask the gateway' }).click();
  await expect(financePage.getByText('nothing new, still “Succeeded”')).toBeVisible();
  await financePage.getByRole('button', { name: 'Refund', exact: true }).click();
  const dialog = financePage.getByRole('dialog', { name: 'Refund' });
  await expect(dialog.getByLabel('Amount (EUR)')).toHaveValue('120.00');
  await dialog.getByLabel('Amount (EUR)').fill('50');
  await dialog.getByLabel('Reason').fill('One server less');
  await dialog.getByRole('button', { name: 'Refund €50.00' }).dblclick();
  await expect(dialog).toBeHidden();
  const refunds = financePage.getByRole('list', { name: 'Refunds of this payment, newest first' });
  await expect(refunds.getByRole('listitem')).toHaveCount(1);
  await expect(refunds.getByText('One server less')).toBeVisible();

  await expect(customerPage.getByText('€50.00 was refunded the way it was paid.')).toBeVisible();
  await expect(customerPage.getByRole('button', { name: /^PDF of credit note/ })).toBeVisible();
  await customerStayed();
});

test('finance records a bank transfer, and the customer sees the invoice paid without a reload', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('TR'), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 100_000 });
  const customerPage = await signIn(browser, customer, `/invoices/${invoiceId}`);
  await expect(status(customerPage, 'Awaiting payment')).toBeVisible();
  const customerStayed = await markPage(customerPage);

  const financePage = await signIn(browser, finance, `/console/invoices/${invoiceId}`);
  await financePage.getByRole('button', { name: 'Record bank transfer' }).click();
  const dialog = financePage.getByRole('dialog', { name: 'Record bank transfer' });
  await dialog.getByLabel('Reference').fill('FT26110042');
  await dialog.getByRole('button', { name: 'Record ₺1,200.00' }).click();
  await expect(dialog).toBeHidden();
  await expect(status(financePage, 'Paid')).toBeVisible();

  await expect(status(customerPage, 'Paid')).toBeVisible();
  await customerStayed();
});

test('a line of a bank statement finds its invoice, and confirming it pays the invoice', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('TR'), newFinanceUser()]);
  // No other line of the stack has this sum, so that its buttons can be told apart.
  const unitPrice = 100_000 + 100 * Math.floor(Math.random() * 9_000);
  const { invoiceId, invoiceNumber } = await issuedInvoice(finance, customer, { unitPrice });
  const amount = ((unitPrice * 1.2) / 100).toFixed(2);
  const customerPage = await signIn(browser, customer, `/invoices/${invoiceId}`);
  await expect(status(customerPage, 'Awaiting payment')).toBeVisible();
  const customerStayed = await markPage(customerPage);

  const financePage = await signIn(browser, finance, '/console/bank');
  await financePage.getByRole('button', { name: 'Import statement' }).click();
  const dialog = financePage.getByRole('dialog', { name: 'Import a bank statement' });
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'statement.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `Date;Description;Amount;Currency\n${dayOf(new Date())};${invoiceNumber};${amount};TRY\n`,
    ),
  });
  await dialog.getByLabel('Account (IBAN)').fill('TR33 0006 1005 1978 6457 8413 26');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(financePage.getByText('1 new line imported')).toBeVisible();
  const line = financePage.getByRole('row').filter({ hasText: invoiceNumber }).first();
  await expect(line.getByText('number and amount fit')).toBeVisible();
  await line.getByRole('button', { name: /^Confirm/ }).click();
  await expect(line).toBeHidden();

  await expect(status(customerPage, 'Paid')).toBeVisible();
  await customerStayed();
});
