import type { InvoiceItemRequest } from '../../functions/src/schema/invoice';
import { productId } from './products';
import type { OfferName } from './products';
import { freeLine } from './story';

/** What each project of the organization ran on. */
const PROJECTS = [
  'Çağrı merkezi',
  'Işıklandırma takibi',
  'Öğrenci işleri',
  'Şube panosu',
  'Ürün kataloğu',
  'Güvenlik kayıtları',
  'İnsan kaynakları',
  'Depo yönetimi',
  'Müşteri kayıtları',
  'Yedekleme',
];

const RESOURCES: readonly (readonly [offer: OfferName, text: string, quantity: number])[] = [
  ['server-l', 'bulut sunucu L, birincil', 1],
  ['server-m', 'bulut sunucu M, yedek, ayrı bölgede', 0.5],
  ['server-s', 'bulut sunucu S, deneme ortamı', 0.25],
  ['storage', 'nesne depolama, 100 GB', 1.375],
  ['support', 'öncelikli destek, saat', 0.75],
  ['domain', 'alan adı yenileme', 1],
];

/** Some sixty lines, enough for a Turkish invoice of three pages, with a discount at the end. */
export function usageLines(): InvoiceItemRequest[] {
  const usage = PROJECTS.flatMap((project, index) =>
    RESOURCES.map(([offer, text, quantity]) => ({
      productId: productId(offer, 'TRY'),
      description: `${project}: ${text}`,
      quantity: quantity + (offer === 'storage' ? index * 0.625 : 0),
    })),
  );
  return [...usage, freeLine('Toplu kullanım indirimi', -250_000)];
}
