import { expect, test } from '../support/test';
import type { Page } from '@playwright/test';
import { issuedInvoice } from '../support/api';
import { newCustomer, newFinanceUser } from '../support/people';
import { DESKTOP, picture } from '../support/pictures';
import { stackAddresses } from '../support/stack';

/** The newest sign-in link that the Auth emulator would have mailed to an address; null when there is none. */
async function mailedLink(email: string): Promise<string | null> {
  const { authHost, projectId } = stackAddresses();
  const response = await fetch(`http://${authHost}/emulator/v1/projects/${projectId}/oobCodes`);
  const { oobCodes } = (await response.json()) as {
    oobCodes: { email: string; requestType: string; oobLink: string }[];
  };
  const mine = oobCodes.filter((code) => code.email === email && code.requestType === 'EMAIL_SIGNIN');
  return mine.at(-1)?.oobLink ?? null;
}

async function askForLink(page: Page, email: string): Promise<string> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'E-mail me a sign-in link' }).click();
  await expect(page.getByText('If the address is registered, we have sent a link.')).toBeVisible();
  await expect.poll(() => mailedLink(email)).not.toBeNull();
  return (await mailedLink(email)) ?? '';
}

test('a link by e-mail signs in once and leads on to where the visitor wanted to go', async ({ browser }) => {
  const [customer, finance] = await Promise.all([newCustomer('DE'), newFinanceUser()]);
  const { invoiceId, invoiceNumber } = await issuedInvoice(finance, customer, { unitPrice: 10_000 });
  const newWindow = async () => {
    const window = await browser.newContext({ baseURL: stackAddresses().app, viewport: DESKTOP });
    return window.newPage();
  };
  const page = await newWindow();
  await page.goto(`/invoices/${invoiceId}`);
  const link = await askForLink(page, customer.email);
  await picture(page, 'sign-in-link-sent');

  await page.goto(link);
  await expect(page).toHaveURL(new RegExp(`/invoices/${invoiceId}$`));
  await expect(page.getByRole('heading', { name: `Invoice ${invoiceNumber}` })).toBeVisible();

  // Another device does not know the address, and the link is used up.
  const elsewhere = await newWindow();
  await elsewhere.goto(link);
  await elsewhere.getByLabel('E-mail address').fill(customer.email);
  await elsewhere.getByRole('button', { name: 'Go on' }).click();
  await expect(elsewhere.getByText('This link has expired; request a new one.')).toBeVisible();
  await picture(elsewhere, 'sign-in-link-expired');
  await elsewhere.getByRole('link', { name: 'Request a new link' }).click();

  // On that device the second link asks whose it is, and knows when it is somebody else's.
  const second = await askForLink(elsewhere, customer.email);
  const third = await newWindow();
  await third.goto(second);
  await third.getByLabel('E-mail address').fill('somebody.else@hyble.example');
  await third.getByRole('button', { name: 'Go on' }).click();
  await expect(third.getByRole('alert')).toHaveText('The link was sent to another address.');
  await third.getByLabel('E-mail address').fill(customer.email);
  await third.getByRole('button', { name: 'Go on' }).click();
  await expect(third.getByRole('heading', { name: `Invoice ${invoiceNumber}` })).toBeVisible();
});
