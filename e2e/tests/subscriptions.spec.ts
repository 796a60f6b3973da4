import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { call } from '../support/api';
import { advanceAt, cardBecomes } from '../support/clock';
import { markPage, payOnStripe, saveOnStripe, signIn, status, stripeCards } from '../support/pages';
import { firestore, newCustomer, newFinanceUser } from '../support/people';
import type { Person } from '../support/people';
import { expect, test } from '../support/test';

const MINUTES_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTES_MS;
/** For what calls a function for the first time, which starts a process of its own in the emulator. */
const patiently = { timeout: 90_000 };

/** Finance puts a plan of 100,00 € a month and VAT on sale, of a name that no other test has. */
async function planOnSale(finance: Person, override: object = {}): Promise<string> {
  const name = `Server ${randomUUID().slice(0, 8)}`;
  const plan = { name, billingPeriod: 'monthly', price: 10_000, currency: 'EUR' };
  await call('plan-create', finance, { requestId: randomUUID(), ...plan, ...override });
  return name;
}

async function addCard(page: Page, number: string, name: string): Promise<void> {
  await page.goto('/payment-methods');
  await page.getByRole('button', { name: 'Add card' }).click();
  await saveOnStripe(page, number);
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible(patiently);
}

async function onlyCard({ uid }: Person): Promise<string> {
  const { docs } = await firestore().collection('paymentMethods').where('userId', '==', uid).get();
  return docs[0]?.get('gatewayMethodId') as string;
}

async function periodEnd(subscriptionId: string): Promise<Date> {
  const snapshot = await firestore().doc(`subscriptions/${subscriptionId}`).get();
  return (snapshot.get('currentPeriodEnd') as FirebaseFirestore.Timestamp).toDate();
}

test('subscribed, the card fails a month later, is replaced, and all of it shows by itself', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const plan = await planOnSale(finance);
  const page = await signIn(browser, customer, '/payment-methods');
  await addCard(page, stripeCards.visa, 'Visa •••• 4242');

  await page.getByRole('link', { name: 'Subscriptions' }).click();
  await expect(page.getByText('You have no subscription yet. Choose a plan below.')).toBeVisible();
  await page.getByRole('link', { name: `Choose ${plan}` }).click();
  await expect(page.getByRole('heading', { name: `Subscribe to ${plan}` })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Visa •••• 4242' })).toBeChecked();
  await page.getByRole('button', { name: 'Subscribe and pay €120.00' }).click();
  await expect(page.getByRole('heading', { name: plan, exact: true })).toBeVisible(patiently);
  await expect(status(page, 'Active')).toBeVisible(patiently);
  await expect(page.getByText('Visa •••• 4242, your default card')).toBeVisible();

  const subscriptionId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const wasNotLoadedAgain = await markPage(page);
  await cardBecomes(await onlyCard(customer), stripeCards.insufficientFunds);
  const renewal = new Date((await periodEnd(subscriptionId)).getTime() + 10 * MINUTES_MS);
  const before = (days: number) => new Date(renewal.getTime() - days * DAY_MS);
  const done = await advanceAt(subscriptionId, [before(8), before(7), renewal]);
  expect(done).toEqual(['NOT_DUE', 'ANNOUNCED', 'CHARGE']);

  await expect(status(page, 'Past due')).toBeVisible();
  const alert = page.getByRole('alert').filter({ hasText: 'We could not collect your payment' });
  await expect(alert).toContainText('The card’s limit or balance is not enough. Use another card.');
  await expect(alert).toContainText('We try again on');
  await expect(page.getByRole('list', { name: 'Attempts to collect, newest first' })).toContainText('Failed');

  const window = await page.context().newPage();
  await addCard(window, stripeCards.mastercard, 'Mastercard •••• 4444');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'How should this subscription be paid?' });
  await dialog.getByRole('radio', { name: 'Mastercard •••• 4444' }).check();
  await dialog.getByRole('button', { name: 'Save and pay €120.00' }).click();
  await expect(status(page, 'Active')).toBeVisible(patiently);
  await expect(dialog).toBeHidden();
  await expect(alert).toBeHidden();
  await expect(page.getByRole('list', { name: 'Attempts to collect, newest first' })).toContainText('Paid');
  await wasNotLoadedAgain();
});

test('without a card the first invoice is paid on its page; larger plan now, smaller one later, and an end', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const [plan, larger, smaller] = await Promise.all([
    planOnSale(finance),
    planOnSale(finance, { price: 20_000 }),
    planOnSale(finance, { price: 5_000 }),
  ]);
  const page = await signIn(browser, customer, '/subscriptions');
  await page.getByRole('link', { name: `Choose ${plan}` }).click();
  await page.getByRole('button', { name: 'Subscribe; pay €120.00 on the next page' }).click();
  await expect(status(page, 'Awaiting first payment')).toBeVisible(patiently);
  const address = page.url();
  await page.getByRole('checkbox', { name: 'Save this card for later payments' }).check();
  await page.getByRole('button', { name: 'Pay €120.00' }).click();
  await expect(page.getByLabel('Card number')).toBeVisible(patiently);
  await payOnStripe(page, stripeCards.visa);
  await expect(page.getByText('Payment received.')).toBeVisible(patiently);
  await page.goto(address);
  await expect(status(page, 'Active')).toBeVisible();
  await expect(page.getByText('Visa •••• 4242, your default card')).toBeVisible(patiently);

  await page.getByRole('link', { name: 'Change plan' }).click();
  await expect(page.getByText('Your plan')).toBeVisible();
  await page.getByRole('link', { name: `Choose ${larger}` }).click();
  // The whole period is left: its price is credited, the new one charged.
  await expect(page.getByText(`${larger} begins as soon as it is paid.`)).toBeVisible(patiently);
  await page.getByRole('button', { name: 'Confirm and pay €120.00' }).click();
  await expect(page.getByRole('heading', { name: larger, exact: true })).toBeVisible(patiently);

  await page.getByRole('link', { name: 'Change plan' }).click();
  await page.getByRole('link', { name: `Choose ${smaller}` }).click();
  await expect(page.getByText(`until then you keep ${larger}, which is paid for.`)).toBeVisible();
  await page.getByRole('button', { name: 'Confirm change' }).click();
  await expect(page.getByText(new RegExp(`^Changes to ${smaller} on`))).toBeVisible();

  await page.getByRole('button', { name: 'Cancel subscription' }).click();
  const dialog = page.getByRole('dialog', { name: `Cancel ${larger}?` });
  await dialog.getByText('I do not use it').click();
  await dialog.getByRole('button', { name: /^Cancel on/ }).click();
  await expect(page.getByText(/^Ends on/).first()).toBeVisible(patiently);
  await page.getByRole('button', { name: 'Keep subscription' }).click();
  await expect(page.getByText(new RegExp(`^Changes to ${smaller} on`))).toBeVisible(patiently);
});

test('finance sees what fails first, and puts a plan on sale', async ({ browser }) => {
  const finance = await newFinanceUser();
  const page = await signIn(browser, finance, '/console/subscriptions');
  const rows = page
    .getByRole('table', { name: 'Subscriptions, what needs attention first' })
    .getByRole('row');
  await expect(rows.nth(1)).toContainText('Suspended');
  await expect(page.getByRole('table')).toContainText('Past due');
  const failing = rows.filter({ hasText: 'This card has expired.' });
  await failing.getByRole('link').first().click();
  await expect(page.getByRole('list', { name: 'Attempts to collect, newest first' })).toContainText(
    'This card has expired.',
  );
  await page.goto('/console/plans/new');
  const name = `Plan ${randomUUID().slice(0, 8)}`;
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create plan' }).click();
  await expect(page.getByText(/^Enter an amount/)).toBeVisible();
  await page.getByLabel('Price without VAT (TRY)').fill('100');
  await page.getByRole('button', { name: 'Create plan' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible(patiently);
  await expect(page.getByText(/^A new price, VAT rate or trial is for new subscriptions/)).toBeVisible();
});
