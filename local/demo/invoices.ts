import { everyStatus } from './every-status';
import { organization, people } from './people';
import { declinedAtStripe, freeLine, line, noFundsAtPaytr, paid } from './story';
import type { InvoiceStory } from './story';
import { usageLines } from './usage-lines';

/** Every invoice of the demo. Each customer has each status; `seed.emulator.test.ts` holds that. */
export function invoiceStories(): InvoiceStory[] {
  return [...ofAyse(), ...ofGulsen(), ...ofOlivia(), ...ofOrganization()];
}

/** Turkey, mostly PayTR: a year of monthly invoices, then one of each kind. */
function ofAyse(): InvoiceStory[] {
  const customer = people.ayse;
  const months = Array.from({ length: 12 }, (_, index) => 12 - index);
  const monthly = months.flatMap((month): InvoiceStory[] => {
    const issued = month * 30 + 20;
    const hosting = { customer, issued, terms: 14 };
    // Stripe takes lira too: a customer may switch, and this one sometimes did.
    const gateway = month % 4 === 0 ? 'stripe' : 'paytr';
    return [
      {
        ...hosting,
        key: `ayse-hosting-${month}`,
        items: [line('server-m', 'TRY'), line('storage', 'TRY', month > 6 ? 1 : 2.5)],
        then: paid(gateway, issued - 2),
      },
      {
        ...hosting,
        key: `ayse-support-${month}`,
        items: [line('support', 'TRY', 0.5 + (month % 3) * 1.25)],
        then: paid('paytr', issued - (month % 5)),
      },
    ];
  });
  return [
    ...monthly,
    {
      key: 'ayse-installments',
      customer,
      items: [line('server-l', 'TRY', 12), freeLine('Yıllık ödeme indirimi', -167_880)],
      notes: 'On iki aylık hizmet bedelidir.',
      issued: 38,
      terms: 14,
      then: paid('paytr', 36, { installment: 6, surchargePercent: 8.75 }),
    },
    {
      key: 'ayse-training',
      customer,
      items: [
        freeLine('Bulut yönetimi eğitimi, bir gün', 1_250_000),
        line('training-lunch', 'TRY', 3),
        line('training-coffee', 'TRY', 3),
      ],
      issued: 33,
      terms: 14,
      then: [{ daysAgo: 31, does: 'begin', gateway: 'paytr' }, noFundsAtPaytr(31), ...paid('paytr', 30)],
    },
    {
      key: 'ayse-late-money',
      customer,
      items: [line('domain', 'TRY', 2)],
      issued: 29,
      terms: 14,
      // Cancelled while the customer was on the payment page: the money became wallet credit.
      then: [
        { daysAgo: 27, does: 'begin', gateway: 'paytr' },
        { daysAgo: 27, does: 'cancel', reason: 'Müşteri alan adlarından vazgeçti.' },
        { daysAgo: 27, does: 'succeed' },
      ],
    },
    {
      key: 'ayse-wallet-and-card',
      customer,
      items: [line('server-l', 'TRY', 3)],
      issued: 25,
      terms: 14,
      then: paid('paytr', 23, { useWallet: true, installment: 2, surchargePercent: 3.2 }),
    },
    {
      key: 'ayse-wallet-alone',
      customer,
      items: [line('domain', 'TRY')],
      issued: 90,
      terms: 14,
      then: [{ daysAgo: 88, does: 'begin', gateway: 'paytr', useWallet: true }],
    },
    {
      key: 'ayse-refunded-in-part',
      customer,
      items: [line('support', 'TRY', 4)],
      issued: 21,
      terms: 14,
      then: [
        ...paid('paytr', 19),
        { daysAgo: 15, does: 'refund', percent: 25, destination: 'BANK', reason: 'Bir saat fazla yazılmış.' },
        { daysAgo: 9, does: 'refund', percent: 10, destination: 'WALLET', reason: 'Gecikme için telafi.' },
      ],
    },
    ...everyStatus({ customer, shift: 0 }, 'paytr', (n) => [
      line('server-m', 'TRY', 1 + (n % 3)),
      line('storage', 'TRY', n / 2),
    ]),
    {
      key: 'ayse-failed',
      customer,
      items: [line('support', 'TRY', 1.5), freeLine('Sadakat indirimi', -10_000)],
      issued: 4,
      terms: 10,
      then: [{ daysAgo: 3, does: 'begin', gateway: 'paytr' }, noFundsAtPaytr(3)],
    },
    {
      key: 'ayse-due-today',
      customer,
      items: [line('domain', 'TRY')],
      issued: 7,
      terms: 7,
      then: [],
    },
  ];
}

/** Germany, Stripe in euro. */
function ofGulsen(): InvoiceStory[] {
  const customer = people.gulsen;
  return [
    ...everyStatus({ customer, shift: 1 }, 'stripe', (n) => [
      line('server-l', 'EUR'),
      line('support', 'EUR', n * 0.75),
    ]),
    {
      key: 'gulsen-declined-then-paid',
      customer,
      items: [line('server-m', 'EUR', 3), freeLine('Discount for three servers', -480)],
      issued: 52,
      terms: 14,
      then: [
        { daysAgo: 50, does: 'begin', gateway: 'stripe' },
        declinedAtStripe(50),
        { daysAgo: 50, does: 'succeed' },
      ],
    },
    {
      key: 'gulsen-abandoned',
      customer,
      items: [line('storage', 'EUR', 4)],
      issued: 9,
      terms: 30,
      then: [
        { daysAgo: 8, does: 'begin', gateway: 'stripe' },
        { daysAgo: 7, does: 'fail', reason: 'ABANDONED', code: 'expired', message: '', isFinal: true },
      ],
    },
    {
      key: 'gulsen-wallet-and-card',
      customer,
      items: [line('server-l', 'EUR', 2)],
      issued: 40,
      terms: 14,
      then: [
        // The card was refused and the page left: the wallet's part went back, and paid a day later.
        { daysAgo: 38, does: 'begin', gateway: 'stripe', useWallet: true },
        { daysAgo: 38, does: 'fail', reason: 'FUNDS', code: 'expired', message: '', isFinal: true },
        ...paid('stripe', 37, { useWallet: true }),
        { daysAgo: 30, does: 'refund', percent: 20, destination: 'WALLET', reason: 'One server was late.' },
      ],
    },
    {
      key: 'gulsen-processing',
      customer,
      items: [line('server-l', 'EUR', 2), line('domain', 'EUR')],
      issued: 5,
      terms: 14,
      then: [
        { daysAgo: 1, does: 'begin', gateway: 'stripe' },
        { daysAgo: 1, does: 'process' },
      ],
    },
  ];
}

/** The United States, Stripe in dollars; once in yen, which has no minor unit. */
function ofOlivia(): InvoiceStory[] {
  const customer = people.olivia;
  return [
    ...everyStatus({ customer, shift: 2 }, 'stripe', (n) => [
      line('server-m', 'USD', n),
      line('storage', 'USD', 1.5),
    ]),
    {
      key: 'olivia-yen',
      customer,
      currency: 'JPY',
      items: [freeLine('Migration of the Tokyo office, fixed price', 185_000)],
      issued: 47,
      terms: 30,
      then: paid('stripe', 40),
    },
    {
      key: 'olivia-paytr',
      customer,
      items: [line('domain', 'USD', 3)],
      issued: 26,
      terms: 14,
      then: paid('paytr', 25),
    },
  ];
}

/** A company in Turkey; its owner and a member both pay for it. */
function ofOrganization(): InvoiceStory[] {
  const customer = people.cagri;
  const organizationId = organization.id;
  return [
    ...everyStatus({ customer, organizationId, shift: 3 }, 'paytr', (n) => [
      line('server-l', 'TRY', 2 + n),
      freeLine('Sözleşme indirimi', -55_960),
    ]),
    {
      key: 'organization-usage',
      customer,
      organizationId,
      items: usageLines(),
      notes: 'Kullanım dökümü talebiniz üzerine kalem kalem düzenlenmiştir.',
      issued: 16,
      terms: 30,
      then: [],
    },
    {
      key: 'organization-of-member',
      customer: people.omer,
      organizationId,
      items: [line('support', 'TRY', 6.75)],
      issued: 24,
      terms: 14,
      then: paid('paytr', 21, { payer: people.cagri, installment: 3, surchargePercent: 4.5 }),
    },
    {
      key: 'organization-paid-by-member',
      customer,
      organizationId,
      items: [line('domain', 'TRY', 5), line('storage', 'TRY', 10)],
      issued: 19,
      terms: 14,
      then: paid('paytr', 17, { payer: people.omer }),
    },
  ];
}
