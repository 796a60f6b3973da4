import { issuedInvoice } from '../support/api';
import { signIn } from '../support/pages';
import { newCustomer, newFinanceUser } from '../support/people';
import { stackAddresses } from '../support/stack';
import { expect, test } from '../support/test';

test('a stranger sees neither the invoice nor its PDF, and no customer sees the console', async ({
  browser,
}) => {
  const [owner, stranger, finance] = await Promise.all([
    newCustomer('DE'),
    newCustomer('TR'),
    newFinanceUser(),
  ]);
  const { invoiceId } = await issuedInvoice(finance, owner, { unitPrice: 10_000 });
  const page = await signIn(browser, stranger, `/invoices/${invoiceId}`);
  await expect(page.getByText('not yours to see').first()).toBeVisible();
  const pdf = await page.request.get(`${stackAddresses().app}/api/invoices/${invoiceId}/pdf`);
  expect(pdf.status()).toBe(401);
  await page.goto('/console/invoices');
  await expect(page.getByRole('heading', { name: 'No permission' })).toBeVisible();
});

test('the owner opens the PDF', async ({ browser }) => {
  const [owner, finance] = await Promise.all([newCustomer('TR'), newFinanceUser()]);
  const { invoiceId, invoiceNumber } = await issuedInvoice(finance, owner, { unitPrice: 10_000 });
  const page = await signIn(browser, owner, `/invoices/${invoiceId}`);
  const answer = page.waitForResponse((response) => response.url().endsWith(`/invoices/${invoiceId}/pdf`));
  await page.getByRole('button', { name: /PDF/ }).click();
  const response = await answer;
  expect(response.status()).toBe(200);
  expect(response.headers()['content-type']).toBe('application/pdf');
  expect(response.headers()['content-disposition']).toContain(`${invoiceNumber}.pdf`);
});

test('unsigned callbacks are refused at the public addresses', async ({ request }) => {
  const { app } = stackAddresses();
  const stripe = await request.post(`${app}/api/webhooks/stripe`, { data: '{"id":"evt_1"}' });
  expect(stripe.status()).toBe(400);
  const paytr = await request.post(`${app}/api/webhooks/paytr`, {
    form: { merchant_oid: 'x', status: 'success', total_amount: '100', hash: 'x' },
  });
  expect(paytr.status()).toBe(400);
  expect(await paytr.text()).not.toBe('OK');
});

test('PDFs are at their public addresses, and for nobody without a token', async ({ request }) => {
  const { app } = stackAddresses();
  for (const path of ['invoices', 'credit-notes']) {
    const response = await request.get(`${app}/api/${path}/any/pdf`);
    expect(response.status()).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
  }
});

test('a wrong password is refused in words, and the way leads on after sign-in', async ({ page }) => {
  const { email, password } = await newCustomer('DE');
  const { app } = stackAddresses();
  await page.goto(`${app}/invoices?tab=paid`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('wrong password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Invoices', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(`${app}/invoices?tab=paid`);
});
