import { expect } from '@playwright/test';
import type { Browser, FrameLocator, Page } from '@playwright/test';
import {
  TEST_CARD_CVV,
  TEST_CARD_EXPIRY,
  testCards as paytrCards,
  THREE_D_SECURE_CODE,
} from '../../local/paytr/test-cards';
import type { Person } from './people';
import { stackAddresses } from './stack';

export { paytrCards };

/** Stripe's own well-known test numbers. */
export const stripeCards = {
  visa: '4242424242424242',
  mastercard: '5555555555554444',
  insufficientFunds: '4000000000009995',
  authenticates: '4000002760003184',
};

/** A window of its own, signed in. The interface speaks English unless another locale is asked for. */
export async function signIn(
  browser: Browser,
  person: Person,
  path: string,
  context: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const window = await browser.newContext({ baseURL: stackAddresses().app, ...context });
  const page = await window.newPage();
  await page.goto(path);
  const isTurkish = context.locale?.startsWith('tr') ?? false;
  await page.getByLabel(isTurkish ? 'E-posta adresi' : 'E-mail address').fill(person.email);
  await page.getByLabel(isTurkish ? 'Parola' : 'Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: isTurkish ? 'Giriş yap' : 'Sign in' }).click();
  // Leaving the page any sooner would break the sign-in off.
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

/** The status chip of the invoice that a page shows. */
export function status(page: Page, word: string) {
  return page.getByRole('main').getByText(word, { exact: true }).first();
}

/** Fails if the page was loaded again since: what is on the screen came by itself. */
export async function markPage(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    document.documentElement.dataset.loadedBefore = 'yes';
  });
  return async () => {
    await expect(page.locator('html')).toHaveAttribute('data-loaded-before', 'yes');
  };
}

/** Fills Stripe's hosted page and pays, by this card and none that the page has kept. */
export async function payOnStripe(page: Page, card: string): Promise<void> {
  await enterStripeCard(page, card);
  await page.getByRole('button', { name: /^Pay \p{Sc}/u }).click();
}

/** Fills Stripe's hosted page and keeps the card; nothing is charged. */
export async function saveOnStripe(page: Page, card: string): Promise<void> {
  await enterStripeCard(page, card);
  await page.getByRole('button', { name: 'Save card' }).click();
}

async function enterStripeCard(page: Page, card: string): Promise<void> {
  await expect(page.getByLabel('Card number')).toBeVisible();
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('Expiry date').fill('12 / 34');
  await page.getByLabel('Security code').fill('123');
  await page.getByLabel('Name on card').fill('Jörg Müller');
}

/** PayTR's form inside our page. */
export function paytrFrame(page: Page, title = 'Secure payment form'): FrameLocator {
  return page.frameLocator(`iframe[title="${title}"]`);
}

/** Fills PayTR's card form in Turkish, the customer's language, and sends it. */
export async function enterPaytrCard(
  frame: FrameLocator,
  card: string,
  installments: string | null,
): Promise<void> {
  await frame.getByLabel('Kart numarası').fill(card);
  await frame.getByLabel('Kart üzerindeki ad soyad').fill('Gülşah Işık');
  await frame.getByLabel('Son kullanma').fill(TEST_CARD_EXPIRY);
  await frame.getByLabel('Güvenlik kodu').fill(TEST_CARD_CVV);
  if (installments !== null) await frame.getByLabel('Taksit').selectOption(installments);
  await frame.getByRole('button', { name: 'Ödemeyi yap' }).click();
}

/** Confirms 3D Secure with the code of the SMS. */
export async function confirmSms(frame: FrameLocator): Promise<void> {
  await frame.getByLabel('SMS kodu').fill(THREE_D_SECURE_CODE);
  await frame.getByRole('button', { name: 'Onayla' }).click();
}
