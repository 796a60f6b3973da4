import { demoInvoiceId, demoPerson, demoSubscriptionId } from '../support/demo';
import { enterPaytrCard, paytrCards, paytrFrame } from '../support/pages';
import { DESKTOP, NARROWEST, PHONE, picture, windowFor } from '../support/pictures';
import { stackAddresses } from '../support/stack';
import { expect, test } from '../support/test';

test('sign-in', async ({ browser }) => {
  const page = await browser.newPage({ viewport: DESKTOP, baseURL: stackAddresses().app });
  await page.goto('/');
  await expect(page.getByLabel('E-mail address')).toBeVisible();
  await picture(page, 'sign-in');
});

test('portal: list and invoice, light', async ({ browser }) => {
  const ayse = demoPerson('ayse');
  const page = await windowFor(browser, 'ayse', '/invoices', { locale: 'tr-TR' });
  await expect(page.getByText(/HYB-/).first()).toBeVisible();
  await picture(page, 'invoices');
  await page.goto(`/invoices/${await demoInvoiceId(ayse, 'PENDING')}`);
  await expect(page.getByRole('button', { name: /öde$/ })).toBeVisible();
  await picture(page, 'invoice');
  await page.getByRole('button', { name: /öde$/ }).click();
  const frame = paytrFrame(page, 'Güvenli ödeme formu');
  await expect(frame.getByLabel('Kart numarası')).toBeVisible();
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await picture(page, 'paytr');
  await enterPaytrCard(frame, paytrCards.mastercard.number, '3');
  await expect(frame.getByLabel('SMS kodu')).toBeVisible();
  await picture(page, 'paytr-3d-secure');
});

test('portal: overview and profile', async ({ browser }) => {
  for (const [name, context] of [
    ['', { locale: 'tr-TR' }],
    ['-phone', { locale: 'tr-TR', viewport: PHONE }],
    ['-dark', { colorScheme: 'dark' }],
  ] as const) {
    const page = await windowFor(browser, 'ayse', '/overview', context);
    await expect(page.getByText(/HYB-/).first()).toBeVisible();
    await picture(page, `overview${name}`);
    await page.goto('/profile');
    await expect(page.locator('input[name="city"]')).toBeVisible();
    await picture(page, `profile${name}`);
  }
});

test('portal: dark', async ({ browser }) => {
  const gulsen = demoPerson('gulsen');
  const page = await windowFor(browser, 'gulsen', '/invoices', { colorScheme: 'dark' });
  await expect(page.getByText(/HYB-/).first()).toBeVisible();
  await picture(page, 'invoices-dark');
  await page.goto(`/invoices/${await demoInvoiceId(gulsen, 'PAID')}`);
  await expect(page.getByText('Thank you.').first()).toBeVisible();
  await picture(page, 'invoice-paid-dark');
});

test('portal: paying, wallet, payments and cards', async ({ browser }) => {
  const ayse = demoPerson('ayse');
  const page = await windowFor(browser, 'ayse', `/invoices/${await demoInvoiceId(ayse, 'PARTIAL')}`, {
    locale: 'tr-TR',
  });
  await page.getByRole('switch').check({ force: true });
  await expect(page.getByRole('region', { name: 'Ödemenin dağılımı' })).toBeVisible();
  await picture(page, 'wallet-split');
  await page.getByRole('switch').uncheck({ force: true });
  await page.getByRole('button', { name: 'Taksit seçeneklerini gör' }).click();
  await expect(page.getByRole('radio', { name: '3 taksit' })).toBeVisible();
  await page.getByRole('table', { name: /^Taksitler/ }).scrollIntoViewIfNeeded();
  await picture(page, 'instalments');
  await page.goto('/invoices?tab=to-pay');
  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('checkbox').nth(1).check();
  await expect(page.getByRole('link', { name: /^Seçilenleri öde/ })).toBeVisible();
  await picture(page, 'invoices-chosen');
  await page.goto('/wallet');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await picture(page, 'wallet');
  await page.goto('/payments');
  await expect(page.getByRole('list', { name: 'İadeler' }).first()).toBeVisible();
  await picture(page, 'payments');
});

test('portal: subscriptions and plans', async ({ browser }) => {
  const ayse = demoPerson('ayse');
  const page = await windowFor(browser, 'ayse', '/subscriptions', { locale: 'tr-TR' });
  await expect(page.getByRole('link', { name: /planını seç$/ }).first()).toBeVisible();
  await picture(page, 'subscriptions');
  await page.goto(`/subscriptions/${await demoSubscriptionId(ayse, 'PAST_DUE')}`);
  await expect(page.getByRole('list', { name: /^Tahsilat denemeleri/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /öde$/ })).toBeVisible();
  await picture(page, 'subscription-past-due');
  await page.goto(`/subscriptions/${await demoSubscriptionId(ayse, 'ACTIVE')}/plan`);
  await page.getByRole('link', { name: 'Kurumsal planını seç' }).click();
  await expect(page.getByRole('button', { name: /^Onayla/ })).toBeVisible();
  await picture(page, 'subscription-change');
  const dark = await windowFor(browser, 'gulsen', '/subscriptions', { colorScheme: 'dark' });
  await expect(dark.getByRole('link', { name: /^Choose/ }).first()).toBeVisible();
  await picture(dark, 'subscriptions-dark');
});

for (const [name, viewport] of [
  ['phone', PHONE],
  ['narrowest', NARROWEST],
] as const) {
  test(`portal and console: ${name}`, async ({ browser }) => {
    const page = await windowFor(browser, 'ayse', '/invoices', { locale: 'tr-TR', viewport });
    await expect(page.getByText(/HYB-/).first()).toBeVisible();
    await picture(page, `invoices-${name}`);
    await page.goto(`/invoices/${await demoInvoiceId(demoPerson('ayse'), 'OVERDUE')}`);
    await expect(page.getByRole('button', { name: /öde$/ })).toBeVisible();
    await picture(page, `invoice-${name}`);
    await page.goto(`/subscriptions/${await demoSubscriptionId(demoPerson('ayse'), 'PAST_DUE')}`);
    await expect(page.getByRole('list', { name: /^Tahsilat denemeleri/ })).toBeVisible();
    await picture(page, `subscription-${name}`);
    const console = await windowFor(browser, 'ipek', '/console/invoices', { viewport });
    await expect(console.getByText(/HYB-/).first()).toBeVisible();
    await picture(console, `console-invoices-${name}`);
  });
}

test('console', async ({ browser }) => {
  const page = await windowFor(browser, 'ipek', '/console/invoices', {});
  await expect(page.getByText(/HYB-/).first()).toBeVisible();
  await picture(page, 'console-invoices');
  await page.goto(`/console/invoices/${await demoInvoiceId(demoPerson('ayse'), 'PAID')}`);
  await expect(page.getByText('History')).toBeVisible();
  await picture(page, 'console-invoice');
  await page.goto(`/console/invoices/${await demoInvoiceId(demoPerson('ayse'), 'DRAFT')}/edit`);
  await expect(page.getByLabel('Description').first()).toBeVisible();
  await picture(page, 'console-editor');
  await page.goto('/console/subscriptions');
  await expect(page.getByRole('table').getByText('Past due').first()).toBeVisible();
  await picture(page, 'console-subscriptions');
  await page.goto('/console/plans');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await picture(page, 'console-plans');
});
