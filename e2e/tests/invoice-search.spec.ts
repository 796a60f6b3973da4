import { expect, test } from '../support/test';
import type { Page } from '@playwright/test';
import { addDays, startOfDay } from '../../functions/src/core/calendar';
import { anInvoice } from '../../functions/src/invoices/testing/invoice-factory';
import { paths } from '../../functions/src/schema/paths';
import { signIn } from '../support/pages';
import { firestore, newCustomer } from '../support/people';
import type { Person } from '../support/people';
import { NARROWEST, picture } from '../support/pictures';

const FIRST = '2024-01-10';

/** Twenty-five invoices ten days apart; the later one was issued, the sooner it is due. */
async function storeInvoices({ uid }: Person): Promise<void> {
  const batch = firestore().batch();
  for (let index = 0; index < 25; index += 1) {
    const issueDate = startOfDay(addDays(FIRST, 10 * index));
    const invoiceNumber = `HYB-202401-${String(index + 1).padStart(4, '0')}`;
    const dueDate = startOfDay(addDays('2031-01-31', -index));
    const invoice = anInvoice({ userId: uid, status: 'PENDING', invoiceNumber, issueDate, dueDate });
    batch.create(firestore().doc(paths.invoice(`${uid}-${index}`)), invoice);
  }
  await batch.commit();
}

const numbers = (page: Page) => page.getByRole('main').getByRole('link', { name: /^HYB-/ });

test('a customer finds invoices by number and period, orders them, and comes back to them', async ({
  browser,
}) => {
  const customer = await newCustomer('DE');
  await storeInvoices(customer);
  const page = await signIn(browser, customer, '/invoices');
  await expect(numbers(page)).toHaveCount(20);
  await expect(numbers(page).first()).toHaveText('HYB-202401-0025');

  await page.getByRole('link', { name: 'Due', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Due', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?sort=due-last$/);
  await expect(numbers(page).first()).toHaveText('HYB-202401-0001');
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(numbers(page)).toHaveCount(25);
  await expect(numbers(page).last()).toHaveText('HYB-202401-0025');

  await page.getByLabel('Issued', { exact: true }).selectOption('own');
  await page.getByLabel('Issued from').fill('2024-01-20');
  await page.getByLabel('Issued until').fill('2024-02-19');
  await expect(numbers(page)).toHaveText([
    'HYB-202401-0002',
    'HYB-202401-0003',
    'HYB-202401-0004',
    'HYB-202401-0005',
  ]);

  await page.getByLabel('Invoice number begins with').fill('202401-0004');
  await expect(numbers(page)).toHaveText(['HYB-202401-0004']);
  await page.getByLabel('Invoice number begins with').fill('202401-0006');
  await expect(page.getByText('No invoice matches.').first()).toBeVisible();
  await page.goBack();
  await expect(numbers(page)).toHaveCount(4);
  await expect(page.getByLabel('Invoice number begins with')).toHaveValue('');

  const list = page.url();
  await page.getByRole('link', { name: 'HYB-202401-0003' }).click();
  await expect(page.getByRole('heading', { name: 'HYB-202401-0003' })).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'All invoices' }).click();
  await expect(page).toHaveURL(list);
  await expect(numbers(page)).toHaveCount(4);

  await page.getByRole('link', { name: 'Paid', exact: true }).click();
  await page.setViewportSize(NARROWEST);
  await expect(page.getByRole('link', { name: 'Clear filters' })).toBeVisible();
  await picture(page, 'invoices-no-match-narrowest');
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/invoices\?sort=due-last$/);
  await expect(numbers(page)).toHaveCount(20);
  await picture(page, 'invoices-search-narrowest');
});
