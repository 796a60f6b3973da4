import { minorUnits } from '../../functions/src/core/money';
import type { Fields } from '../../functions/src/core/decision';
import type { Product } from '../../functions/src/schema/product';

type Currency = 'TRY' | 'EUR' | 'USD';
type Text = readonly [name: string, description: string];

interface Offer {
  readonly tr: Text;
  readonly en: Text;
  /** Minor units per unit, without VAT, in the currencies that it is sold in. */
  readonly prices: Partial<Record<Currency, number>>;
  readonly taxRate?: number;
  readonly isActive?: boolean;
}

/** What is sold, by the first part of the product's id; the second is the currency. */
const OFFERS = {
  'server-s': {
    tr: ['Bulut sunucu S', '1 vCPU, 2 GB bellek, 40 GB disk, aylık'],
    en: ['Cloud server S', '1 vCPU, 2 GB memory, 40 GB disk, per month'],
    prices: { TRY: 34_900, EUR: 790, USD: 890 },
  },
  'server-m': {
    tr: ['Bulut sunucu M', '2 vCPU, 4 GB bellek, 80 GB disk, aylık'],
    en: ['Cloud server M', '2 vCPU, 4 GB memory, 80 GB disk, per month'],
    prices: { TRY: 69_900, EUR: 1_590, USD: 1_790 },
  },
  'server-l': {
    tr: ['Bulut sunucu L', '4 vCPU, 8 GB bellek, 160 GB disk, aylık'],
    en: ['Cloud server L', '4 vCPU, 8 GB memory, 160 GB disk, per month'],
    prices: { TRY: 139_900, EUR: 3_190, USD: 3_590 },
  },
  'server-xs': {
    tr: ['Bulut sunucu XS', 'Artık satılmıyor'],
    en: ['Cloud server XS', 'No longer sold'],
    prices: { TRY: 19_900 },
    isActive: false,
  },
  storage: {
    tr: ['Nesne depolama, 100 GB', 'Üç kopyalı nesne depolama, aylık'],
    en: ['Object storage, 100 GB', 'Object storage in three copies, per month'],
    prices: { TRY: 12_900, EUR: 290, USD: 320 },
  },
  support: {
    tr: ['Öncelikli destek', 'Uzman desteği, saat başına'],
    en: ['Priority support', 'An engineer, per hour'],
    prices: { TRY: 95_000, EUR: 4_500, USD: 5_000 },
  },
  domain: {
    tr: ['Alan adı .com', 'Alan adı tescili, yıllık'],
    en: ['Domain name .com', 'Domain registration, per year'],
    prices: { TRY: 54_900, EUR: 1_290, USD: 1_390 },
  },
  'training-lunch': {
    tr: ['Eğitim günü öğle yemeği', 'Kişi başına'],
    en: ['Lunch on a training day', 'Per person'],
    prices: { TRY: 42_550 },
    taxRate: 10,
  },
  'training-coffee': {
    tr: ['Eğitim günü çay ve kahve paketi', 'Kişi başına'],
    en: ['Tea and coffee for a training day', 'Per person'],
    prices: { TRY: 8_735 },
    taxRate: 1,
  },
} satisfies Record<string, Offer>;

export type OfferName = keyof typeof OFFERS;

export const productId = (offer: OfferName, currency: Currency): string =>
  `${offer}-${currency.toLowerCase()}`;

/** Every product: one document a currency, named in the language of its market. */
export const products: readonly { readonly id: string; readonly fields: Fields<Product> }[] = (
  Object.entries(OFFERS) as [OfferName, Offer][]
).flatMap(([offer, { tr, en, prices, taxRate = 20, isActive = true }]) =>
  (Object.entries(prices) as [Currency, number][]).map(([currency, price]) => {
    const [name, description] = currency === 'TRY' ? tr : en;
    const unitPrice = minorUnits(price);
    return {
      id: productId(offer, currency),
      fields: { name, description, unitPrice, currency, taxRate, isActive },
    };
  }),
);
