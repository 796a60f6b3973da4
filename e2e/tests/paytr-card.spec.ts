import type { Page, Request } from '@playwright/test';
import { TEST_CARD_CVV, TEST_CARD_EXPIRY, THREE_D_SECURE_CODE } from '../../local/paytr/test-cards';
import { issuedInvoice } from '../support/api';
import { expectAccessible } from '../support/axe';
import { KeyboardUser } from '../support/keyboard';
import { markPage, paytrCards, signIn, status } from '../support/pages';
import { firestore, newCustomer, newFinanceUser } from '../support/people';
import { longPicture, NARROWEST } from '../support/pictures';
import { refusals } from '../support/refusals';
import { stackAddresses } from '../support/stack';
import { expect, test } from '../support/test';

/** A card that PayTR keeps: entered in a form of ours, and posted by the browser to PayTR and to nobody else. */

const { visa, mastercard, insufficientFunds } = paytrCards;

/** What of this card's number leaves the browser: to whom, in the order of the requests of all windows. */
function receiversOf(page: Page, number: string): string[] {
  const receivers: string[] = [];
  page.context().on('request', (request: Request) => {
    const sent = [request.url(), request.postData() ?? '', JSON.stringify(request.headers())].join(' ');
    // With and without what may stand between its digits.
    if (sent.replaceAll(/%20|[\s+-]/g, '').includes(number)) {
      receivers.push(`${request.method()} ${request.url()}`);
    }
  });
  return receivers;
}

test('a card is paid with and kept, goes to PayTR alone, and pays the next invoice by one click', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('TR'), newFinanceUser()]);
  const [first, second] = await Promise.all([
    issuedInvoice(finance, customer, { unitPrice: 10_000 }),
    issuedInvoice(finance, customer, { unitPrice: 5_000 }),
  ]);
  const page = await signIn(browser, customer, `/invoices/${first.invoiceId}`, { locale: 'tr-TR' });
  const refused = refusals(page);
  const receivers = receiversOf(page, visa.number);
  const watching = await page.context().newPage();
  await watching.goto(page.url());
  await expect(status(watching, 'Ödeme bekliyor')).toBeVisible();
  const watchingStayed = await markPage(watching);

  await page.getByRole('checkbox', { name: 'Bu kartı sonraki ödemeler için kaydet' }).check();
  await page.getByRole('button', { name: '₺120,00 öde' }).click();
  const form = page.getByRole('form', { name: 'Kaydedilecek kartla ödeme' });
  const number = form.getByLabel('Kart numarası');
  const expiry = form.getByLabel('Son kullanma (ay/yıl)');
  const pay = form.getByRole('button', { name: '₺120,00 öde ve kartı kaydet' });
  await form.getByLabel('Kart üzerindeki ad').fill('Gülşah Işık');
  await form.getByLabel('Güvenlik kodu (CVV)').fill(TEST_CARD_CVV);

  // What cannot be right stays here, and is told where it is.
  await number.fill(`${visa.number.slice(0, -1)}9`);
  await expiry.fill('12/20');
  await pay.click();
  await expect(form.getByText('Bu bir kart numarası değil; rakamları kontrol edin.')).toBeVisible();
  await expect(form.getByText('Bu kartın süresi dolmuş; başka bir kartla ödeyin.')).toBeVisible();
  await expect(number).toBeFocused();
  await number.fill(visa.number.replaceAll(/(.{4})(?=.)/g, '$1 '));
  await pay.click();
  await expect(expiry).toBeFocused();
  expect(receivers).toEqual([]);

  await expiry.fill(TEST_CARD_EXPIRY);
  await pay.click();
  await page.getByLabel('SMS kodu').fill(THREE_D_SECURE_CODE);
  await page.getByRole('button', { name: 'Onayla' }).click();
  await expect(page.getByText('Ödemeniz alındı.')).toBeVisible();
  await expect(status(watching, 'Ödendi')).toBeVisible();
  await watchingStayed();

  await page.getByRole('link', { name: 'Kayıtlı kartlar' }).click();
  const kept = page.getByRole('list', { name: 'Kayıtlı kartlar' }).getByRole('listitem');
  await expect(kept).toHaveCount(1);
  await expect(kept).toContainText('Visa •••• 4358');
  await expect(kept).toContainText('12/30');

  await page.goto(`/invoices/${second.invoiceId}`);
  await expect(page.getByRole('radio', { name: 'Visa •••• 4358' })).toBeChecked();
  await page.getByRole('button', { name: '₺60,00 öde' }).click();
  await expect(page.getByText('Ödemeniz alındı.')).toBeVisible();
  await page.getByRole('link', { name: 'Faturaya git' }).click();
  await expect(status(page, 'Ödendi')).toBeVisible();

  expect(receivers).toEqual([`POST ${stackAddresses().paytr}/odeme`]);
  expect(refused).toEqual([]);
});

test('by keyboard alone on the narrowest phone: a refused card is told, is not kept, and another one pays', async ({
  browser,
}) => {
  const [customer, finance] = await Promise.all([newCustomer('TR', { locale: 'en' }), newFinanceUser()]);
  const { invoiceId } = await issuedInvoice(finance, customer, { unitPrice: 10_000 });
  const page = await signIn(browser, customer, `/invoices/${invoiceId}`, { viewport: NARROWEST });
  const user = new KeyboardUser(page);
  const form = page.getByRole('form', { name: 'Pay with a card that is saved' });
  const pay = form.getByRole('button', { name: 'Pay ₺120.00 and save the card' });

  const openForm = async (): Promise<void> => {
    await user.reach(page.getByRole('checkbox', { name: 'Save this card for later payments' }));
    await user.press('Space');
    await user.enter(page.getByRole('button', { name: 'Pay ₺120.00' }));
    await expect(pay).toBeVisible();
    await user.keepsFocus();
  };
  const enter = async (number: string): Promise<void> => {
    await user.write(form.getByLabel('Card number'), number);
    await user.write(form.getByLabel('Valid until (month/year)'), TEST_CARD_EXPIRY.replace('/', ''));
    await user.write(form.getByLabel('Security code (CVV)'), TEST_CARD_CVV);
    await user.press('Enter');
    await expect(page.getByLabel('SMS code')).toBeFocused();
    await page.keyboard.type(THREE_D_SECURE_CODE);
    await user.press('Enter');
    await user.arrivesAt('Your payment');
  };

  await openForm();
  await expectAccessible(page, 'the form for a card that is kept');
  await longPicture(page, 'paytr-card/form');
  await user.enter(pay);
  const owner = form.getByLabel('Name on the card');
  await expect(owner).toBeFocused();
  await expect(form.getByText('Enter the name on the card.')).toBeVisible();
  await expectAccessible(page, 'the form for a card that is kept, with problems');
  await longPicture(page, 'paytr-card/problems');
  await page.keyboard.type('Gülşah Işık');
  await enter(insufficientFunds.number);

  const reason = 'The card’s limit or balance is not enough. Use another card.';
  await expect(page.getByText(reason).first()).toBeVisible();
  await expectAccessible(page, 'the page of a refused card');
  await longPicture(page, 'paytr-card/refused');
  await user.enter(page.getByRole('link', { name: 'Go to invoice' }));
  await user.arrivesAt(/^Invoice/);
  await expect(status(page, 'Awaiting payment')).toBeVisible();
  await expect(page.getByText(reason).first()).toBeVisible();

  await openForm();
  await user.write(owner, 'Gülşah Işık');
  await enter(mastercard.number);
  await expect(page.getByText('Payment received.')).toBeVisible();
  const methods = await firestore().collection('paymentMethods').where('userId', '==', customer.uid).get();
  expect(methods.docs.map((method) => method.get('lastFour') as unknown)).toEqual(['5403']);
});
