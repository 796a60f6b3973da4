import { expect, test } from '../support/test';
import { anInvoice, anInvoiceItem } from '../../functions/src/invoices/testing/invoice-factory';
import { paths } from '../../functions/src/schema/paths';
import { signIn } from '../support/pages';
import { firestore, newCustomer } from '../support/people';
import { PHONE, picture } from '../support/pictures';

/** A sheet of A4 at 96 pixels an inch. */
const A4 = { width: 794, height: 1123 };

test('an invoice on paper: the invoice alone, black on white, on sheets of A4', async ({ browser }) => {
  const customer = await newCustomer('TR');
  const invoiceId = `${customer.uid}-print`;
  const items = Array.from({ length: 60 }, (_, line) =>
    anInvoiceItem({ description: `Bulut sunucu ${line + 1}` }),
  );
  await firestore()
    .doc(paths.invoice(invoiceId))
    .create(anInvoice({ userId: customer.uid, items, notes: 'Teşekkür ederiz.' }));
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`, {
    viewport: PHONE,
    locale: 'tr-TR',
    colorScheme: 'dark',
  });
  await expect(page.getByRole('button', { name: /öde$/ })).toBeVisible();

  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(A4);
  // A phone shows lines as cards; paper has room for the table.
  await expect(page.getByRole('rowheader', { name: 'Bulut sunucu 60' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Genel toplam')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Ödemeler' })).toBeHidden();
  const looks = await page.evaluate(() =>
    ['body', 'article', 'tbody th', 'article dt', 'h1'].map((selector) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(selector);
      const { color, backgroundColor } = getComputedStyle(element);
      return `${selector}: ${color} on ${backgroundColor}`;
    }),
  );
  expect(looks).toEqual([
    'body: rgb(0, 0, 0) on rgb(255, 255, 255)',
    'article: rgb(0, 0, 0) on rgba(0, 0, 0, 0)',
    'tbody th: rgb(0, 0, 0) on rgba(0, 0, 0, 0)',
    'article dt: rgb(0, 0, 0) on rgba(0, 0, 0, 0)',
    'h1: rgb(0, 0, 0) on rgba(0, 0, 0, 0)',
  ]);
  expect(
    await page
      .locator('tbody tr')
      .first()
      .evaluate((row) => getComputedStyle(row).breakInside),
  ).toBe('avoid');
  await picture(page, 'invoice-print');

  const pdf = (
    await page.pdf({ preferCSSPageSize: true, path: test.info().outputPath('invoice.pdf') })
  ).toString('latin1');
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);
  expect(sheets.length).toBeGreaterThan(1);
  for (const sheet of sheets) expect(sheet).toEqual([595, 842]);
});
