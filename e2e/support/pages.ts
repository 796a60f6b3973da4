import { expect } from '@playwright/test';
import type { Browser, BrowserContextOptions, FrameLocator, Page } from '@playwright/test';
import {
  TEST_CARD_CVV,
  TEST_CARD_EXPIRY,
  testCards as paytrCards,
  THREE_D_SECURE_CODE,
} from '../../local/paytr/test-cards';
import type { Locale } from '../../functions/src/schema/common';
import type { Person } from './people';
import { signedInStorage } from './session';
import { stackAddresses } from './stack';

export { paytrCards };

/** Stripe's own well-known test numbers. */
export const stripeCards = {
  visa: '4242424242424242',
  mastercard: '5555555555554444',
  insufficientFunds: '4000000000009995',
  authenticates: '4000002760003184',
};

/** A window of its own in which this person has signed in before. It speaks English unless another locale is asked for. */
export async function signIn(
  browser: Browser,
  person: Person,
  path: string,
  context: BrowserContextOptions = {},
): Promise<Page> {
  const storageState = await signedInStorage(person);
  const window = await browser.newContext({ baseURL: stackAddresses().app, storageState, ...context });
  const page = await window.newPage();
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

/** All that a page reads has come. */
export async function expectLoaded(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0);
}

/** The status chip of what a page shows; the same word may stand elsewhere, as "Paid" does before a sum. */
export function status(page: Page, word: string) {
  return page.getByRole('main').locator('[data-meaning]').getByText(word, { exact: true }).first();
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

/** What stands on the gateways' pages; both speak the language of the customer's profile. */
const WORDS = {
  en: {
    number: 'Card number',
    expiry: 'Expiry date',
    stripe: { code: 'Security code', name: 'Name on card', pay: /^Pay \p{Sc}/u, save: 'Save card' },
    paytr: {
      title: 'Secure payment form',
      code: 'Security code',
      name: 'Name on card',
      instalments: 'Instalments',
      pay: 'Pay',
      sms: 'SMS code',
      confirm: 'Confirm',
    },
  },
  tr: {
    number: 'Kart numarası',
    expiry: 'Son kullanma',
    stripe: { code: 'Güvenlik kodu', name: 'Kart üzerindeki ad', pay: /^Öde: \p{Sc}/u, save: 'Kartı kaydet' },
    paytr: {
      title: 'Güvenli ödeme formu',
      code: 'Güvenlik kodu',
      name: 'Kart üzerindeki ad soyad',
      instalments: 'Taksit',
      pay: 'Ödemeyi yap',
      sms: 'SMS kodu',
      confirm: 'Onayla',
    },
  },
} as const;

/** Fills Stripe's hosted page and pays, by this card and none that the page has kept. */
export async function payOnStripe(page: Page, card: string, locale: Locale = 'en'): Promise<void> {
  await enterStripeCard(page, card, locale);
  await page.getByRole('button', { name: WORDS[locale].stripe.pay }).click();
}

/** Fills Stripe's hosted page and keeps the card; nothing is charged. */
export async function saveOnStripe(page: Page, card: string): Promise<void> {
  await enterStripeCard(page, card, 'en');
  await page.getByRole('button', { name: WORDS.en.stripe.save }).click();
}

async function enterStripeCard(page: Page, card: string, locale: Locale): Promise<void> {
  const { number, expiry, stripe } = WORDS[locale];
  await page.getByLabel(number).fill(card);
  await page.getByLabel(expiry).fill('12 / 34');
  await page.getByLabel(stripe.code).fill('123');
  await page.getByLabel(stripe.name).fill('Jörg Müller');
}

/** PayTR's form inside our page. */
export function paytrFrame(page: Page, title: string = WORDS.en.paytr.title): FrameLocator {
  return page.frameLocator(`iframe[title="${title}"]`);
}

/** Fills PayTR's card form and sends it. */
export async function enterPaytrCard(
  frame: FrameLocator,
  card: string,
  installments: string | null,
  locale: Locale = 'tr',
): Promise<void> {
  const { number, expiry, paytr } = WORDS[locale];
  await frame.getByLabel(number).fill(card);
  await frame.getByLabel(paytr.name).fill('Gülşah Işık');
  await frame.getByLabel(expiry).fill(TEST_CARD_EXPIRY);
  await frame.getByLabel(paytr.code).fill(TEST_CARD_CVV);
  if (installments !== null) await frame.getByLabel(paytr.instalments).selectOption(installments);
  await frame.getByRole('button', { name: paytr.pay, exact: true }).click();
}

/** Confirms 3D Secure with the code of the SMS. */
export async function confirmSms(frame: FrameLocator, locale: Locale = 'tr'): Promise<void> {
  const { paytr } = WORDS[locale];
  await frame.getByLabel(paytr.sms).fill(THREE_D_SECURE_CODE);
  await frame.getByRole('button', { name: paytr.confirm }).click();
}
