import type { Page } from '@playwright/test';
import { firestore } from '../support/people';
import { DESKTOP, PHONE, picture, windowFor } from '../support/pictures';
import { expect, test } from '../support/test';

/** A payment of the demo that a cardholder objects to. */
async function disputedPaymentId(): Promise<string> {
  const { docs } = await firestore()
    .collection('gatewayEvents')
    .where('type', '==', 'charge.dispute.created')
    .limit(1)
    .get();
  return String(docs[0]?.get('paymentId'));
}

/** Every screen of the money and its dialogs; `name` goes behind each picture's own. */
async function lookAround(page: Page, name: string): Promise<void> {
  const see = async (path: string, what: string) => {
    await page.goto(path);
    await expect(page.getByRole('main').getByText(/[₺€$]/).first()).toBeVisible();
    await picture(page, `${what}${name}`);
  };
  const dialog = async (button: RegExp, what: string) => {
    await page.getByRole('button', { name: button }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await picture(page, `${what}${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await see('/console/bank', 'console-bank');
  await dialog(/^(Import statement|Ekstre yükle)/, 'console-bank-import');
  await dialog(/^(Other invoices|Başka fatura)/, 'console-bank-match');
  await see('/console/differences', 'console-differences');
  await dialog(/^(Resolve|Kapat|Çöz)/, 'console-differences-resolve');
  await page.goto('/console/events?show=WAITING');
  await expect(page.getByText('payment_intent.succeeded').first()).toBeVisible();
  await picture(page, `console-events-waiting${name}`);
  await dialog(/^(Mark as settled|Çözüldü)/, 'console-events-settle');
  await page.goto('/console/events');
  await expect(page.getByText('payout.paid').first()).toBeVisible();
  await picture(page, `console-events${name}`);
  await see('/console/payments', 'console-payments');
  await see(`/console/payments/${await disputedPaymentId()}`, 'console-payment');
}

for (const [name, context] of [
  ['', { viewport: DESKTOP }],
  ['-dark', { viewport: DESKTOP, colorScheme: 'dark', locale: 'tr-TR' }],
  ['-phone', { viewport: PHONE, locale: 'tr-TR' }],
  ['-phone-dark', { viewport: PHONE, colorScheme: 'dark' }],
] as const) {
  test(`console: money screens and dialogs${name}`, async ({ browser }) => {
    const page = await windowFor(browser, 'ipek', '/console/bank', context);
    await lookAround(page, name);
  });
}
