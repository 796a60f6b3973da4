import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { TEST_CARD_CVV, TEST_CARD_EXPIRY, THREE_D_SECURE_CODE } from '../../local/paytr/test-cards';
import { call, fillWallet, issuedInvoice } from '../support/api';
import { KeyboardUser } from '../support/keyboard';
import { paytrCards, paytrFrame, status, stripeCards } from '../support/pages';
import type { Person } from '../support/people';
import { newCustomer, newFinanceUser } from '../support/people';
import { stackAddresses } from '../support/stack';
import { expect, test } from '../support/test';

async function planOnSale(finance: Person, price: number): Promise<string> {
  const name = `Keyboard ${randomUUID().slice(0, 8)}`;
  const plan = { name, billingPeriod: 'monthly', price, currency: 'TRY' };
  await call('plan-create', finance, { requestId: randomUUID(), ...plan });
  return name;
}

/** One customer, one keyboard, no mouse: every flow of the portal, one after the other. */
test('everything a customer does can be done by keyboard alone', async ({ page }) => {
  test.slow();
  const [customer, finance] = await Promise.all([newCustomer('TR', { locale: 'en' }), newFinanceUser()]);
  const [{ invoiceNumber }, plan, larger] = await Promise.all([
    issuedInvoice(finance, customer, { unitPrice: 100_000 }),
    planOnSale(finance, 10_000),
    planOnSale(finance, 20_000),
    fillWallet(finance, customer, { amount: 2_000, currency: 'TRY' }),
  ]);
  const user = new KeyboardUser(page);
  await page.goto(stackAddresses().app);

  await signIn(page, user, customer);
  await user.arrivesAt('Overview');
  await user.enter(page.getByRole('main').getByRole('link', { name: invoiceNumber, exact: true }));
  await user.arrivesAt(`Invoice ${invoiceNumber}`);
  await chooseHowToPay(page, user);
  await payInPaytrsFrame(page, user);

  await goTo(page, user, 'Saved cards');
  await keepCard(page, user);
  await goTo(page, user, 'Subscriptions');
  await subscribe(page, user, { plan, larger });
  await goTo(page, user, 'Saved cards');
  await removeCard(page, user);

  await goTo(page, user, 'Invoices');
  await filter(page, user, invoiceNumber);
  await changeLanguageAndTheme(page, user);
  await user.enter(page.getByRole('button', { name: 'Çıkış yap' }));
  await user.arrivesAt('Giriş yap');
});

async function signIn(page: Page, user: KeyboardUser, { email, password }: Person): Promise<void> {
  await user.write(page.getByLabel('E-mail address'), email);
  await user.write(page.getByLabel('Password', { exact: true }), password);
  await user.press('Enter');
}

/** By the navigation, which stands before every page. */
async function goTo(page: Page, user: KeyboardUser, section: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await user.enterBack(navigation.getByRole('link', { name: section, exact: true }));
  await user.arrivesAt(section);
}

/** The gateways and back, the table of instalments, and the wallet for a part. */
async function chooseHowToPay(page: Page, user: KeyboardUser): Promise<void> {
  const paytr = page.getByRole('radio', { name: 'Card, instalments (PayTR)' });
  const stripe = page.getByRole('radio', { name: 'International card (Stripe)' });
  await user.reach(page.getByRole('switch'));
  await user.press('Space');
  await expect(page.getByRole('region', { name: 'How the payment is divided' })).toContainText('₺1,180.00');
  await user.reach(paytr);
  await user.press('ArrowDown');
  await expect(stripe).toBeChecked();
  await user.press('ArrowUp');
  await expect(paytr).toBeChecked();

  await user.enter(page.getByRole('button', { name: 'See instalment options' }));
  const digits = page.getByLabel('First 6 or 8 digits');
  await expect(digits).toBeFocused();
  await page.keyboard.type(paytrCards.mastercard.number.slice(0, 6));
  await expect(page.getByRole('group', { name: 'Your card’s programme' })).toBeHidden();
  await user.reach(page.getByRole('radio', { name: 'Single payment' }));
  await user.press('ArrowDown');
  await user.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '3 instalments' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '3 instalments' })).toBeFocused();
}

async function payInPaytrsFrame(page: Page, user: KeyboardUser): Promise<void> {
  await user.enter(page.getByRole('button', { name: 'Pay ₺1,200.00' }));
  const frame = paytrFrame(page);
  await expect(frame.getByLabel('Card number')).toBeVisible();
  await user.keepsFocus();
  await user.write(frame.getByLabel('Card number'), paytrCards.mastercard.number);
  await user.write(frame.getByLabel('Name on card'), 'Gülşah Işık');
  await user.write(frame.getByLabel('Expiry date'), TEST_CARD_EXPIRY.replace('/', ''));
  await user.write(frame.getByLabel('Security code'), TEST_CARD_CVV);
  await user.reach(frame.getByLabel('Instalments'));
  await user.press('End');
  await user.enter(frame.getByRole('button', { name: 'Pay', exact: true }));
  await expect(frame.getByLabel('SMS code')).toBeFocused();
  await page.keyboard.type(THREE_D_SECURE_CODE);
  await user.press('Enter');

  await user.arrivesAt('Your payment');
  await expect(page.getByText('Payment received.')).toBeVisible();
  await user.enter(page.getByRole('link', { name: 'Go to invoice' }));
  await expect(status(page, 'Paid')).toBeVisible();
  await user.arrivesAt(/^Invoice/);
}

/** On Stripe's page. */
async function keepCard(page: Page, user: KeyboardUser): Promise<void> {
  await user.enter(page.getByRole('button', { name: 'Add card' }));
  await user.write(page.getByLabel('Card number'), stripeCards.visa);
  await user.write(page.getByLabel('Expiry date'), '1234');
  await user.write(page.getByLabel('Security code'), '123');
  await user.write(page.getByLabel('Name on card'), 'Jörg Müller');
  await user.press('Enter');
  await user.arrivesAt('Saved cards');
  await expect(page.getByRole('listitem').filter({ hasText: 'Visa •••• 4242' })).toBeVisible();
}

async function removeCard(page: Page, user: KeyboardUser): Promise<void> {
  const remove = page.getByRole('button', { name: 'Remove Visa •••• 4242' });
  const dialog = page.getByRole('dialog', { name: 'Remove the card ending 4242?' });
  await user.enter(remove);
  await expect(dialog.getByRole('button', { name: 'Go back' })).toBeFocused();
  await user.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(remove).toBeFocused();
  await user.press('Enter');
  await user.enter(dialog.getByRole('button', { name: 'Remove Visa •••• 4242' }));
  await expect(page.getByText('No saved card.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add card' })).toBeFocused();
}

/** Begins, grows, is cancelled, goes on, and ends. */
async function subscribe(
  page: Page,
  user: KeyboardUser,
  { plan, larger }: { plan: string; larger: string },
): Promise<void> {
  await user.enter(page.getByRole('link', { name: `Choose ${plan}` }));
  await user.arrivesAt(`Subscribe to ${plan}`);
  await user.enter(page.getByRole('button', { name: 'Subscribe and pay ₺120.00' }));
  await user.arrivesAt(plan);
  await expect(status(page, 'Active')).toBeVisible();

  await user.enter(page.getByRole('link', { name: 'Change plan' }));
  await user.arrivesAt('Change plan');
  await user.enter(page.getByRole('link', { name: `Choose ${larger}` }));
  const confirm = page.getByRole('button', { name: 'Confirm and pay ₺120.00' });
  await expect(confirm).toBeVisible();
  await user.arrivesAt('Change plan');
  await user.enter(confirm);
  await user.arrivesAt(larger);

  await cancelDialog(page, user, larger);
  await user.enter(page.getByRole('dialog').getByRole('button', { name: /^Cancel on/ }));
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(/^Ends on/).first()).toBeVisible();
  await user.keepsFocus();
  const keep = page.getByRole('button', { name: 'Keep subscription' });
  await user.enterBack(keep);
  await expect(keep).toBeHidden();
  await user.keepsFocus();

  await cancelDialog(page, user, larger);
  const dialog = page.getByRole('dialog');
  await user.reachBack(dialog.getByRole('radio', { name: /^On / }));
  await user.press('ArrowDown');
  await user.enter(dialog.getByRole('button', { name: 'Cancel now' }));
  await expect(dialog).toBeHidden();
  await expect(status(page, 'Cancelled')).toBeVisible();
  await user.keepsFocus();
}

/** Opens it and gives a reason. */
async function cancelDialog(page: Page, user: KeyboardUser, plan: string): Promise<void> {
  await user.enter(page.getByRole('button', { name: 'Cancel subscription' }));
  const dialog = page.getByRole('dialog', { name: `Cancel ${plan}?` });
  await user.reach(dialog.getByRole('radio', { name: 'Too expensive' }));
  await user.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'I do not use it' })).toBeChecked();
}

/** By state, then by number. */
async function filter(page: Page, user: KeyboardUser, invoiceNumber: string): Promise<void> {
  const found = page.getByRole('main').getByRole('link', { name: /^HYB-/ });
  const states = page.getByRole('navigation', { name: 'Filter invoices' });
  await user.enter(states.getByRole('link', { name: 'Paid' }));
  await expect(page).toHaveURL(/tab=paid/);
  await expect(found.filter({ hasText: invoiceNumber })).toBeVisible();
  await user.keepsFocus();
  await user.write(page.getByLabel('Invoice number begins with'), invoiceNumber);
  await expect(found).toHaveText([invoiceNumber]);
  await user.keepsFocus();
}

async function changeLanguageAndTheme(page: Page, user: KeyboardUser): Promise<void> {
  const language = page.getByRole('combobox', { name: /^(Language|Dil)$/ });
  await user.reachBack(language);
  await user.press('ArrowUp');
  await expect(page.getByRole('heading', { level: 1, name: 'Faturalar' })).toBeVisible();
  await expect(language).toBeFocused();
  await user.reach(page.getByRole('combobox', { name: 'Görünüm' }));
  await user.press('ArrowDown');
  await user.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
}
