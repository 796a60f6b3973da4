import type { Page } from '@playwright/test';
import { consolePaths } from '../../web/src/lib/console-paths';
import { routes } from '../../web/src/lib/paths';
import { expectAccessible } from '../support/axe';
import { demoInvoiceId, demoPerson, newestOf } from '../support/demo';
import { confirmSms, enterPaytrCard, expectLoaded, paytrCards, paytrFrame, signIn } from '../support/pages';
import { stackAddresses } from '../support/stack';
import { expect, test } from '../support/test';

async function visit(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  await expectLoaded(page);
  await expectAccessible(page, path);
}

/** As a link would: the app changes the page, and nothing is downloaded and signed in once more. */
async function goTo(page: Page, path: string): Promise<void> {
  const titles = page.getByRole('heading', { level: 1 });
  const former = await titles.elementHandles();
  await page.evaluate((address) => {
    window.history.pushState(null, '', address);
  }, path);
  for (const title of former) await title.waitForElementState('hidden');
  await expect(titles).toBeVisible();
}

/** An address for every route of the app; a new one without its own does not compile. */
async function addresses(): Promise<Record<keyof typeof routes, string>> {
  const ayse = demoPerson('ayse');
  const [payable, draft, paid, payment, subscription, plan] = await Promise.all([
    demoInvoiceId(ayse, 'PENDING'),
    demoInvoiceId(ayse, 'DRAFT'),
    demoInvoiceId(ayse, 'PAID'),
    newestOf('payments', ayse),
    newestOf('subscriptions', ayse),
    newestOf('plans'),
  ]);
  return {
    ...routes,
    invoice: `/invoices/${payable}`,
    pay: `/pay?invoices=${payable}.${await demoInvoiceId(ayse, 'PARTIAL')}`,
    payInvoice: `/pay/${payable}`,
    payment: `/payments/${payment}`,
    newSubscription: `/subscriptions/new/${plan}`,
    subscription: `/subscriptions/${subscription}`,
    changePlan: `/subscriptions/${subscription}/plan`,
    consoleInvoice: `/console/invoices/${paid}`,
    consoleEditInvoice: `/console/invoices/${draft}/edit`,
    consolePayment: `/console/payments/${payment}`,
  };
}

test('sign-in, with and without problems', async ({ browser }) => {
  const window = await browser.newContext({ baseURL: stackAddresses().app });
  const page = await window.newPage();
  await page.goto(routes.signIn);
  await expect(page.getByLabel('E-mail address')).toBeVisible();
  await expectAccessible(page, 'sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Enter your e-mail address')).toBeVisible();
  await expectAccessible(page, 'sign-in with problems');
});

test('every page of the portal', async ({ browser }) => {
  test.slow();
  const page = await signIn(browser, demoPerson('ayse'), '/overview');
  const all = await addresses();
  for (const [name, path] of Object.entries(all)) {
    if (!name.startsWith('console') && name !== 'signIn' && name !== 'home') await visit(page, path);
  }
  await visit(page, `/invoices/${await demoInvoiceId(demoPerson('ayse'), 'PAID')}`);
  await visit(page, '/invoices?tab=paid&account=nobody');
  await visit(page, '/nowhere');
});

test('every page of the console', async ({ browser }) => {
  test.slow();
  const page = await signIn(browser, demoPerson('ipek'), routes.consoleEvents);
  const all = await addresses();
  for (const [name, path] of Object.entries(all)) if (name.startsWith('console')) await visit(page, path);
  const [subscription, plan] = await Promise.all([
    newestOf('subscriptions', demoPerson('ayse')),
    newestOf('plans'),
  ]);
  for (const path of [
    consolePaths.subscriptions,
    consolePaths.subscription(subscription),
    consolePaths.plans,
    consolePaths.plan(plan),
    consolePaths.newPlan,
  ])
    await visit(page, path);
});

test('the states of paying', async ({ browser }) => {
  const ayse = demoPerson('ayse');
  const page = await signIn(browser, ayse, `/pay/${await demoInvoiceId(ayse, 'OVERDUE')}`, {
    viewport: { width: 375, height: 812 },
  });
  await page.getByRole('switch').check({ force: true });
  await expect(page.getByRole('region', { name: 'How the payment is divided' })).toBeVisible();
  await expectAccessible(page, 'wallet and card');
  await page.getByRole('switch').uncheck({ force: true });
  await page.getByRole('button', { name: 'See instalment options' }).click();
  await expect(page.getByRole('radio', { name: '3 instalments' })).toBeVisible();
  await expectAccessible(page, 'installments');
  await page.getByRole('button', { name: /^Pay ₺/ }).click();
  const frame = paytrFrame(page);
  await expect(frame.getByLabel('Kart numarası')).toBeVisible();
  await expectAccessible(page, 'the frame of PayTR');
  await enterPaytrCard(frame, paytrCards.fraud.number, null);
  await confirmSms(frame);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'a declined card');
});
