import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { dayOf } from '../../functions/src/core/calendar';
import type { Locale } from '../../functions/src/schema/common';
import { call, fillWallet, issuedInvoice } from '../support/api';
import { keepCard } from '../support/kept-card';
import {
  confirmSms,
  enterPaytrCard,
  markPage,
  paytrCards,
  paytrFrame,
  payOnStripe,
  signIn,
  status,
  stripeCards,
} from '../support/pages';
import type { Person } from '../support/people';
import { firestore, newCustomer, newFinanceUser } from '../support/people';
import { DESKTOP, longPicture, PHONE } from '../support/pictures';
import { expect, test } from '../support/test';

const TOTAL = 120_000;
const IN_WALLET = 2_000;

const SIZES = {
  desktop: { viewport: DESKTOP },
  phone: { viewport: PHONE, isMobile: true, hasTouch: true },
} as const;

const WORDS = {
  en: {
    browser: 'en-GB',
    pay: (symbol: string) => `Pay ${symbol}1,200.00`,
    awaiting: 'Awaiting payment',
    paid: 'Paid',
    received: 'Payment received.',
    toInvoice: 'Go to invoice',
    paytr: 'Card, instalments (PayTR)',
    stripe: 'International card (Stripe)',
    transfer: 'Bank transfer (PayTR)',
    instalments: 'See instalment options',
    bin: 'First 6 or 8 digits',
    programme: 'Your card’s programme',
    six: '6 instalments',
    surcharge: '6 instalments · Instalment surcharge: ₺119.52',
    split: 'How the payment is divided',
    walletAlone: 'The wallet covers all of it; no card is needed.',
    form: 'Secure payment form',
    transferForm: 'Bank transfer form',
  },
  tr: {
    browser: 'tr-TR',
    pay: (symbol: string) => `${symbol}1.200,00 öde`,
    awaiting: 'Ödeme bekliyor',
    paid: 'Ödendi',
    received: 'Ödemeniz alındı.',
    toInvoice: 'Faturaya git',
    paytr: 'Kart, taksit seçenekleriyle (PayTR)',
    stripe: 'Yurt dışı kartı (Stripe)',
    transfer: 'Havale/EFT (PayTR)',
    instalments: 'Taksit seçeneklerini gör',
    bin: 'Kartın ilk 6 veya 8 hanesi',
    programme: 'Kartınızın programı',
    six: '6 taksit',
    surcharge: '6 taksit · Vade farkı: ₺119,52',
    split: 'Ödemenin dağılımı',
    walletAlone: 'Tamamı cüzdandan ödenir; kart gerekmez.',
    form: 'Güvenli ödeme formu',
    transferForm: 'Havale/EFT formu',
  },
} as const;

/** A customer at their open invoice. */
interface Visit {
  readonly page: Page;
  readonly locale: Locale;
  readonly words: (typeof WORDS)[Locale];
  readonly symbol: '€' | '₺';
  readonly finance: Person;
  readonly invoiceId: string;
  /** Keeps a picture of a step of this way. */
  readonly show: (step: string) => Promise<void>;
}

interface Way {
  readonly name: string;
  /** In lira from Turkey; or in the currency of the customer's language, as Stripe takes each. */
  readonly currency: 'TRY' | 'by language';
  /** Minor units that are in the wallet before. */
  readonly wallet?: number;
  readonly hasCard?: true;
  /** Whether the browser goes nowhere; gateways whose page one pays on send it to the payment's. */
  readonly stays?: true;
  readonly pay: (visit: Visit) => Promise<void>;
  /** What the payments' documents must say; by gateway in alphabetical order. */
  readonly payments: readonly object[];
}

const WAYS: readonly Way[] = [
  {
    name: 'stripe-new-card',
    currency: 'by language',
    pay: payByStripe,
    payments: [{ gateway: 'stripe', amount: TOTAL, installment: 1, partOf: null, walletPart: null }],
  },
  {
    name: 'stripe-saved-card',
    currency: 'by language',
    stays: true,
    hasCard: true,
    pay: async (visit) => {
      await expect(visit.page.getByRole('radio', { name: 'Visa •••• 4242' })).toBeVisible();
      await visit.page.getByRole('radio', { name: 'Visa •••• 4242' }).check();
      await visit.show('checkout');
      await press(visit);
      await seeReceipt(visit);
    },
    payments: [{ gateway: 'stripe', amount: TOTAL, installment: 1, partOf: null, walletPart: null }],
  },
  {
    name: 'paytr-single',
    currency: 'TRY',
    pay: payByPaytr,
    payments: [{ gateway: 'paytr', amount: TOTAL, surcharge: 0, installment: 1, walletPart: null }],
  },
  {
    name: 'paytr-6-instalments',
    currency: 'TRY',
    pay: async (visit) => {
      const { page, words } = visit;
      await page.getByRole('button', { name: words.instalments }).click();
      await page.getByLabel(words.bin).fill(paytrCards.mastercard.number.slice(0, 6));
      // The card's bank is known, and its programme need not be chosen.
      await expect(page.getByRole('group', { name: words.programme })).toBeHidden();
      await page.getByText(words.six, { exact: true }).click();
      await expect(page.getByRole('radio', { name: words.six })).toBeChecked();
      await payByPaytr(visit, '6');
      await expect(page.getByText(words.surcharge)).toBeVisible();
    },
    payments: [{ gateway: 'paytr', amount: TOTAL, surcharge: 11_952, installment: 6, walletPart: null }],
  },
  {
    name: 'wallet',
    currency: 'by language',
    stays: true,
    wallet: TOTAL + IN_WALLET,
    pay: async (visit) => {
      await visit.page.getByRole('switch').check({ force: true });
      await expect(visit.page.getByText(visit.words.walletAlone)).toBeVisible();
      await visit.show('checkout');
      await press(visit);
      await seeReceipt(visit);
    },
    payments: [{ gateway: 'wallet', amount: TOTAL, partOf: null, walletPart: null }],
  },
  {
    name: 'wallet-and-stripe',
    currency: 'by language',
    wallet: IN_WALLET,
    pay: async (visit) => {
      await useWallet(visit);
      await payByStripe(visit);
    },
    payments: hybrid('stripe'),
  },
  {
    name: 'wallet-and-paytr',
    currency: 'TRY',
    wallet: IN_WALLET,
    pay: async (visit) => {
      await useWallet(visit);
      await payByPaytr(visit);
    },
    payments: hybrid('paytr'),
  },
  {
    name: 'bank-transfer-recorded',
    currency: 'by language',
    stays: true,
    pay: async ({ page, words, symbol, finance, invoiceId, show }) => {
      await expect(page.getByRole('button', { name: words.pay(symbol) })).toBeVisible();
      await show('checkout');
      await call('payment-recordBankTransfer', finance, {
        requestId: randomUUID(),
        invoiceIds: [invoiceId],
        amount: TOTAL,
        currency: symbol === '₺' ? 'TRY' : 'EUR',
        receivedOn: dayOf(new Date()),
      });
    },
    payments: [{ gateway: 'bank', amount: TOTAL, walletPart: null }],
  },
  {
    name: 'bank-transfer-by-paytr',
    currency: 'TRY',
    stays: true,
    pay: async (visit) => {
      const { page, words, show } = visit;
      await page.getByRole('radio', { name: words.transfer }).check();
      await show('checkout');
      await press(visit);
      const form = paytrFrame(page, words.transferForm);
      // PayTR has this form in Turkish only.
      const sent = form.getByRole('button', { name: 'Ödemeyi gönderdim' });
      await expect(sent).toBeVisible();
      await show('form');
      await sent.click();
      await form.getByRole('button', { name: 'Deneme: para hesaba geçti' }).click();
    },
    payments: [{ gateway: 'paytr', amount: TOTAL, installment: 1, walletPart: null }],
  },
];

/** What both parts of a hybrid payment say: the gateway's first, whose name comes before the wallet's. */
function hybrid(gateway: 'stripe' | 'paytr'): object[] {
  const walletPart = expect.objectContaining({ amount: IN_WALLET, status: 'CAPTURED' }) as object;
  return [
    { gateway, amount: TOTAL - IN_WALLET, installment: 1, partOf: null, walletPart },
    { gateway: 'wallet', amount: IN_WALLET, partOf: expect.any(String), walletPart: null },
  ];
}

/** The one button, which names what is to be paid. */
async function press({ page, words, symbol }: Visit): Promise<void> {
  await page.getByRole('button', { name: words.pay(symbol) }).click();
}

async function useWallet({ page, words, locale, symbol }: Visit): Promise<void> {
  await page.getByRole('switch').check({ force: true });
  const [fromWallet, byCard] = locale === 'tr' ? ['20,00', '1.180,00'] : ['20.00', '1,180.00'];
  const split = page.getByRole('region', { name: words.split });
  await expect(split).toContainText(`${symbol}${fromWallet}`);
  await expect(split).toContainText(`${symbol}${byCard}`);
}

/** On Stripe's page, from which the browser comes back; who is offered PayTR first says so. */
async function payByStripe(visit: Visit): Promise<void> {
  const { page, words, locale, symbol, show } = visit;
  if (symbol === '₺') await page.getByRole('radio', { name: words.stripe }).check();
  await show('checkout');
  await press(visit);
  await payOnStripe(page, stripeCards.visa, locale);
  await seeReceipt(visit);
}

/** In PayTR's frame, with 3D Secure, after which it sends the page around it to the payment's. */
async function payByPaytr(visit: Visit, instalments: string | null = null): Promise<void> {
  const { page, words, locale, show } = visit;
  await show('checkout');
  await press(visit);
  const frame = paytrFrame(page, words.form);
  await expect(frame.getByRole('textbox').first()).toBeVisible();
  await show('form');
  if (instalments !== null) {
    // Its number tells the form what the card can do, of which it offers no more than was chosen before.
    await frame.getByRole('textbox').first().fill(paytrCards.mastercard.number);
    await expect(frame.getByRole('option').last()).toHaveAttribute('value', instalments);
  }
  await enterPaytrCard(frame, paytrCards.mastercard.number, instalments, locale);
  await confirmSms(frame, locale);
  await seeReceipt(visit);
}

/** The page of the payment, which leads on to the invoice. */
async function seeReceipt({ page, words, show }: Visit): Promise<void> {
  await expect(page.getByText(words.received)).toBeVisible();
  await show('receipt');
  await page.getByRole('link', { name: words.toInvoice }).click();
}

/*
 * Every way to pay, each in both languages and each of them on a desktop and on a phone: all four combinations. Each
 * starts at an open invoice of 1,200.00 and ends at the invoice that shows itself paid, with nothing loaded again
 * where the way does not leave the page; then the payments' own documents say what came from where.
 */
for (const way of WAYS)
  for (const locale of ['en', 'tr'] as const)
    for (const size of ['desktop', 'phone'] as const)
      test(`${way.name}, ${locale}, ${size}`, async ({ browser }) => {
        const words = WORDS[locale];
        const isLira = way.currency === 'TRY' || locale === 'tr';
        const [customer, finance] = await Promise.all([
          newCustomer(isLira ? 'TR' : 'DE', { locale }),
          newFinanceUser(),
        ]);
        const currency = isLira ? 'TRY' : 'EUR';
        const [{ invoiceId }] = await Promise.all([
          issuedInvoice(finance, customer, { unitPrice: 100_000 }),
          way.wallet !== undefined && fillWallet(finance, customer, { amount: way.wallet, currency }),
          way.hasCard && keepCard(customer, stripeCards.visa),
        ]);
        const page = await signIn(browser, customer, `/invoices/${invoiceId}`, {
          locale: words.browser,
          ...SIZES[size],
        });
        const show = (step: string) => longPicture(page, `pay/${way.name}-${locale}-${size}-${step}`);
        await expect(status(page, words.awaiting)).toBeVisible();
        const wasNotLoadedAgain = await markPage(page);

        await way.pay({
          page,
          locale,
          words,
          symbol: isLira ? '₺' : '€',
          finance,
          invoiceId,
          show,
        });

        await expect(status(page, words.paid)).toBeVisible();
        await show('paid');
        if (way.stays) await wasNotLoadedAgain();
        await expectPaid(invoiceId, way.payments);
        if (way.wallet !== undefined) await expectSpent(customer, currency, way.wallet);
      });

async function expectPaid(invoiceId: string, expected: readonly object[]): Promise<void> {
  const invoice = await firestore().doc(`invoices/${invoiceId}`).get();
  expect(invoice.data()).toMatchObject({ status: 'PAID', amountPaid: TOTAL, amountDue: 0 });
  const { docs } = await firestore()
    .collection('payments')
    .where('invoiceIds', 'array-contains', invoiceId)
    .get();
  const payments = docs
    .map((doc) => doc.data())
    .toSorted((a, b) => String(a.gateway).localeCompare(String(b.gateway)));
  expect(payments).toEqual(
    expected.map(
      (payment) => expect.objectContaining({ status: 'SUCCEEDED', refundedAmount: 0, ...payment }) as object,
    ),
  );
}

/** The wallet holds what it had and the invoice did not take. */
async function expectSpent({ uid }: Person, currency: string, before: number): Promise<void> {
  const wallet = await firestore().doc(`wallets/${uid}_${currency}`).get();
  expect(wallet.get('balance')).toBe(Math.max(before - TOTAL, 0));
}
