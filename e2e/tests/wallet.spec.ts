import type { Page } from '@playwright/test';
import { fillWallet, issuedInvoice } from '../support/api';
import { markPage, payOnStripe, signIn, status, stripeCards } from '../support/pages';
import { firestore, newCustomer, newFinanceUser } from '../support/people';
import type { Person } from '../support/people';
import { expect, test } from '../support/test';

/** A customer in Germany with 20 € in the wallet and an invoice over 100 €, on that invoice's page. */
async function openHybrid(browser: Parameters<typeof signIn>[0]) {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  await fillWallet(finance, customer, { amount: 2_000, currency: 'EUR' });
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 10_000, taxRate: 0 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`);
  await page.getByRole('switch', { name: 'Use wallet balance (€20.00)' }).check({ force: true });
  const split = page.getByRole('region', { name: 'How the payment is divided' });
  await expect(split).toContainText('From the wallet€20.00By card€80.00Total€100.00');
  return { customer, finance, invoiceId, page };
}

async function balanceOf({ uid }: Person, currency: string): Promise<unknown> {
  return (await firestore().doc(`wallets/${uid}_${currency}`).get()).get('balance');
}

async function expectWallet(page: Page, balance: string): Promise<void> {
  await page.goto('/wallet');
  await expect(page.getByRole('region', { name: 'Balance', exact: true })).toContainText(balance);
}

test('20 € from the wallet and 80 € by card at Stripe: paid, live', async ({ browser }) => {
  const { customer, invoiceId, page } = await openHybrid(browser);
  const watching = await page.context().newPage();
  await watching.goto(page.url());
  await expect(status(watching, 'Awaiting payment')).toBeVisible();
  const watchingStayed = await markPage(watching);

  await page.getByRole('button', { name: 'Pay €100.00' }).click();
  await expect(page.getByText('€80.00').first()).toBeVisible();
  await expect(watching.getByText('€20.00 of your wallet is set aside for it.')).toBeVisible();
  await payOnStripe(page, stripeCards.visa);
  await expect(page.getByText('Payment received.')).toBeVisible();
  await expect(page.getByText('€100.00 was paid with Wallet + Stripe.')).toBeVisible();
  await expect(status(watching, 'Paid')).toBeVisible();
  await watchingStayed();

  expect(await balanceOf(customer, 'EUR')).toBe(0);
  const invoice = await firestore().doc(`invoices/${invoiceId}`).get();
  expect(invoice.data()).toMatchObject({ status: 'PAID', amountPaid: 10_000, amountDue: 0 });
});

test('a declined card, then giving up: the wallet part is back and the invoice can be paid', async ({
  browser,
}) => {
  const { page, invoiceId } = await openHybrid(browser);
  await page.getByRole('button', { name: 'Pay €100.00' }).click();
  await payOnStripe(page, stripeCards.insufficientFunds);
  await expect(page.getByText('The card has insufficient funds.')).toBeVisible();

  await page.goto('/wallet');
  await expect(page.getByText('On hold for a payment: €20.00')).toBeVisible();
  await page.goto(`/invoices/${invoiceId}`);
  await expect(page.getByText('€20.00 of your wallet is set aside for it.')).toBeVisible();
  await page.getByRole('button', { name: 'Give up this payment' }).click();
  await expect(page.getByRole('button', { name: 'Pay €100.00' })).toBeVisible();
  await expect(page.getByText('€20.00 is back in your wallet.').first()).toBeVisible();
  await expectWallet(page, '€20.00');
  await expect(page.getByText('Payment not made, part returned')).toBeVisible();
});

test('a top-up through Stripe raises the balance', async ({ browser }) => {
  const customer = await newCustomer('DE');
  const page = await signIn(browser, customer, '/wallet');
  await expect(page.getByText('No movement yet.')).toBeVisible();
  await page.getByRole('radio', { name: '€50.00' }).check({ force: true });
  await page.getByRole('button', { name: 'Top up €50.00' }).click();
  await payOnStripe(page, stripeCards.visa);
  await expect(page.getByText('€50.00 was added to the wallet.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Go to wallet' }).click();
  await expect(page.getByRole('region', { name: 'Balance', exact: true })).toContainText('€50.00');
  await expect(page.getByRole('cell', { name: '+€50.00' })).toBeVisible();
});
