import { minorUnits } from '../../functions/src/core/money';
import type { Fields } from '../../functions/src/core/decision';
import type { BillingPeriod, Plan } from '../../functions/src/schema/plan';

type Currency = 'TRY' | 'EUR' | 'USD';

interface Offer {
  readonly name: { readonly tr: string; readonly en: string };
  readonly description: { readonly tr: string; readonly en: string };
  readonly features: { readonly tr: readonly string[]; readonly en: readonly string[] };
  /** Minor units a month, without VAT. */
  readonly monthly: Record<Currency, number>;
  readonly trialDays?: number;
}

/** A year costs ten months. */
const MONTHS_OF_A_YEAR = 10;

const OFFERS = {
  start: {
    name: { tr: 'Başlangıç', en: 'Start' },
    description: { tr: 'İlk projeniz için.', en: 'For a first project.' },
    features: {
      tr: ['1 vCPU, 2 GB bellek', '40 GB disk', 'E-posta desteği'],
      en: ['1 vCPU, 2 GB memory', '40 GB disk', 'Support by e-mail'],
    },
    monthly: { TRY: 34_900, EUR: 790, USD: 890 },
    trialDays: 14,
  },
  pro: {
    name: { tr: 'Profesyonel', en: 'Professional' },
    description: { tr: 'Büyüyen işler için.', en: 'For a growing business.' },
    features: {
      tr: ['4 vCPU, 8 GB bellek', '160 GB disk, günlük yedek', 'İş saatlerinde telefon desteği'],
      en: ['4 vCPU, 8 GB memory', '160 GB disk, daily backups', 'Support by phone in working hours'],
    },
    monthly: { TRY: 139_900, EUR: 3_190, USD: 3_590 },
  },
  business: {
    name: { tr: 'Kurumsal', en: 'Business' },
    description: { tr: 'Kesintiye yeri olmayanlar için.', en: 'For those who cannot stand still.' },
    features: {
      tr: [
        '16 vCPU, 32 GB bellek',
        '640 GB disk, saatlik yedek',
        '7/24 destek',
        '%99,95 erişilebilirlik sözü',
      ],
      en: [
        '16 vCPU, 32 GB memory',
        '640 GB disk, hourly backups',
        'Support day and night',
        '99.95% uptime promised',
      ],
    },
    monthly: { TRY: 489_900, EUR: 11_900, USD: 12_900 },
  },
} satisfies Record<string, Offer>;

export type PlanName = keyof typeof OFFERS;

export const planId = (
  name: PlanName,
  currency: Currency,
  billingPeriod: BillingPeriod = 'monthly',
): string => `${name}-${billingPeriod}-${currency.toLowerCase()}`;

const CURRENCIES: readonly Currency[] = ['TRY', 'EUR', 'USD'];
const PERIODS: readonly BillingPeriod[] = ['monthly', 'annually'];

/** Every plan: one document a currency and period, named in the language of its market; and one that is sold no more. */
export const plans: readonly { readonly id: string; readonly fields: Fields<Plan> }[] = [
  ...(Object.entries(OFFERS) as [PlanName, Offer][]).flatMap(([name, offer]) =>
    CURRENCIES.flatMap((currency) =>
      PERIODS.map((billingPeriod) => ({
        id: planId(name, currency, billingPeriod),
        fields: fieldsOf(offer, currency, billingPeriod),
      })),
    ),
  ),
  {
    id: 'archive-monthly-try',
    fields: {
      ...fieldsOf(OFFERS.start, 'TRY', 'monthly'),
      name: 'Arşiv',
      description: 'Artık satılmıyor.',
      isActive: false,
    },
  },
];

function fieldsOf(offer: Offer, currency: Currency, billingPeriod: BillingPeriod): Fields<Plan> {
  const language = currency === 'TRY' ? 'tr' : 'en';
  const { name, description, features, monthly, trialDays = 0 } = offer;
  return {
    name: name[language],
    description: description[language],
    billingPeriod,
    price: minorUnits(monthly[currency] * (billingPeriod === 'monthly' ? 1 : MONTHS_OF_A_YEAR)),
    currency,
    taxRate: 20,
    features: [...features[language]],
    trialDays,
    isActive: true,
  };
}
