import { issuedInvoice } from '../support/api';
import { markPage, signIn } from '../support/pages';
import { newcomer, newCustomer, newFinanceUser } from '../support/people';
import { expect, test } from '../support/test';

test('a newcomer fills in the profile, and can be invoiced', async ({ browser }) => {
  const [person, finance] = await Promise.all([newcomer(), newFinanceUser()]);
  const page = await signIn(browser, person, '/');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await expect(page.getByText('You owe nothing.')).toBeVisible();
  await page.getByRole('link', { name: 'Fill in the profile' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Fill in: Name.')).toBeVisible();
  await page.getByLabel('Name', { exact: false }).first().fill('Gülşah Işık');
  await page.getByLabel('Country').selectOption('TR');
  await page.getByLabel('Address *', { exact: true }).fill('Çınarlı Sokak 5');
  await page.getByLabel('City').fill('Konak / İzmir');
  await page.getByLabel(/VKN/).fill('10000000147');
  await page.getByLabel('Postal code').fill('35250');
  await expect(page.getByText('This is not a valid number')).toBeVisible();
  await page.getByLabel(/VKN/).fill('10000000146');
  await page.getByLabel('Currency').selectOption('TRY');
  await page.getByLabel('Language', { exact: true }).last().selectOption('tr');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Kaydedildi.')).toBeVisible();

  await page.getByRole('link', { name: 'Genel bakış', exact: true }).click();
  await expect(page.getByText('Ödenecek borcunuz yok.')).toBeVisible();
  const loadedOnce = await markPage(page);
  const { invoiceId, invoiceNumber } = await issuedInvoice(finance, person, { unitPrice: 100_000 });
  await expect(page.getByRole('link', { name: '₺1.200,00 öde' })).toBeVisible();
  await expect(page.getByText(invoiceNumber).first()).toBeVisible();
  await page.getByRole('link', { name: '₺1.200,00 öde' }).click();
  await expect(page).toHaveURL(new RegExp(`/invoices/${invoiceId}$`));
  await loadedOnce();
});

test('the overview sums each currency by itself', async ({ browser }) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  await issuedInvoice(finance, customer, { unitPrice: 10_000 });
  await issuedInvoice(finance, customer, { unitPrice: 20_000 });
  await issuedInvoice(finance, customer, { unitPrice: 5_000, currency: 'USD' });
  const page = await signIn(browser, customer, '/overview');
  const euro = page.getByRole('region', { name: 'Amount due, EUR' });
  await expect(euro.getByText('2 open invoices')).toBeVisible();
  await euro.getByRole('link', { name: 'Pay €360.00 together' }).click();
  await expect(page).toHaveURL(/\/pay\?invoices=/);
  await expect(page.getByRole('button', { name: 'Pay €360.00' })).toBeVisible();
});
