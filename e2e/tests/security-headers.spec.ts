import type { Page } from '@playwright/test';
import { issuedInvoice } from '../support/api';
import { demoPerson } from '../support/demo';
import { paytrFrame, signIn } from '../support/pages';
import { newCustomer, newFinanceUser } from '../support/people';
import { refusals } from '../support/refusals';
import { stackAddresses } from '../support/stack';
import { expect, test } from '../support/test';

/** Opens every page that the navigation leads to. */
async function visitAll(page: Page): Promise<void> {
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  await expect(links.first()).toBeVisible();
  for (const link of await links.all()) {
    const path = (await link.getAttribute('href')) ?? '';
    await link.click();
    await expect(page).toHaveURL(({ pathname, search }) => pathname + search === path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Loading…')).toHaveCount(0);
  }
}

test('no page of a customer needs what the policy refuses, nor does a form of PayTR', async ({ browser }) => {
  const [customer, finance] = await Promise.all([newCustomer('TR'), newFinanceUser()]);
  await issuedInvoice(finance, customer, { unitPrice: 10_000 });
  const page = await signIn(browser, customer, '/overview');
  const seen = refusals(page);
  await page.reload();
  await visitAll(page);
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Pay ₺120.00' }).click();
  await page.getByRole('button', { name: 'Pay ₺120.00' }).click();
  await expect(paytrFrame(page).getByLabel('Kart numarası')).toBeVisible();
  expect(seen).toEqual([]);
});

test('no page of the console needs what the policy refuses', async ({ browser }) => {
  const page = await signIn(browser, demoPerson('ipek'), '/console/invoices');
  const seen = refusals(page);
  await page.reload();
  await visitAll(page);
  expect(seen).toEqual([]);
});

test('foreign code and foreign addresses are refused', async ({ page }) => {
  const { app } = stackAddresses();
  await page.goto(`${app}/sign-in`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      const { dataset } = document.documentElement;
      dataset.refused = `${dataset.refused ?? ''} ${effectiveDirective}`;
    });
    const inline = document.createElement('script');
    inline.textContent = 'document.documentElement.dataset.ran = "yes"';
    const foreign = document.createElement('script');
    foreign.src = 'https://cdn.example/card.js';
    document.body.append(inline, foreign);
    fetch('https://collector.example/').catch(() => undefined);
    const base = document.createElement('base');
    base.href = 'https://elsewhere.example/';
    document.head.append(base);
  });
  for (const directive of ['script-src-elem .*script-src-elem', 'connect-src', 'base-uri']) {
    await expect(page.locator('html')).toHaveAttribute('data-refused', new RegExp(directive));
  }
  await expect(page.locator('html')).not.toHaveAttribute('data-ran');
  expect(await page.evaluate(() => document.baseURI)).toContain(app);
});

test('every answer of Hosting has the headers', async ({ request }) => {
  for (const path of ['/', '/invoices/any', '/sign-in']) {
    const headers = (await request.get(`${stackAddresses().app}${path}`)).headers();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
  }
});
