import { signIn } from '../support/pages';
import { newCustomer } from '../support/people';
import { stackAddresses } from '../support/stack';
import { expect, test } from '../support/test';

test('a page of a version that is gone is loaded from the new one, without a word of an error', async ({
  browser,
}) => {
  const page = await signIn(browser, await newCustomer('DE'), '/overview');
  let isGone = true;
  // Which a link inside the app does not bring about.
  page.on('domcontentloaded', () => (isGone = false));
  await page.route('**/assets/wallet-page*.js', async (route) => {
    if (isGone) await route.fulfill({ status: 404, body: '' });
    else await route.continue();
  });
  await page.getByRole('link', { name: 'Wallet', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Wallet', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/wallet$/);
});

test('what is no file of the app is not taken for a page', async ({ request }) => {
  const { app } = stackAddresses();
  const script = await request.get(`${app}/assets/of-an-older-version.js`);
  expect(script.status()).toBe(404);
  const page = await request.get(`${app}/invoices/of-nobody`);
  expect(page.status()).toBe(200);
});
