import type { Words } from '../catalogue';
import type english from '../en/invoice-search';

export default {
  label: 'Fatura bul',
  number: 'Fatura numarasının başı',
  numberExample: 'örn. 202611-0042',
  period: 'Düzenleme',
  periods: {
    any: 'Tüm zamanlar',
    'this-month': 'Bu ay',
    'last-3-months': 'Son 3 ay',
    'this-year': 'Bu yıl',
    'last-year': 'Geçen yıl',
    own: 'Tarih aralığı…',
  },
  from: 'İlk düzenleme günü',
  to: 'Son düzenleme günü',
  backwards: 'Son gün ilk günden önce.',
  sort: 'Sıralama',
  sorts: {
    newest: 'En yeni önce',
    oldest: 'En eski önce',
    'due-first': 'Vadesi en yakın',
    'due-last': 'Vadesi en uzak',
  },
  found_zero: 'Eşleşen fatura yok.',
  found_one: '{{count}} fatura gösteriliyor',
  found_other: '{{count}} fatura gösteriliyor',
} satisfies Words<typeof english>;
