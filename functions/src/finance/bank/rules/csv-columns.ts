/** What we read of a table, and what banks call it, folded as `foldHeader` does; the first that is there counts. */
const NAMES = {
  date: [
    'islem tarihi',
    'muhasebe tarihi',
    'kayit tarihi',
    'tarih',
    'tarih saat',
    'booking date',
    'transaction date',
    'posting date',
    'date',
  ],
  /** Money in and out in one column, with a sign or with a column that says which. */
  amount: ['tutar', 'islem tutari', 'miktar', 'amount', 'transaction amount'],
  /** Money in alone. */
  credit: [
    'alacak',
    'alacak tutari',
    'alacak tutar',
    'gelen',
    'giren',
    'giris',
    'yatan',
    'credit',
    'credit amount',
    'paid in',
    'money in',
  ],
  debit: [
    'borc',
    'borc tutari',
    'borc tutar',
    'giden',
    'cikan',
    'cikis',
    'cekilen',
    'debit',
    'debit amount',
    'paid out',
    'money out',
  ],
  /** Which of the two an amount is. */
  direction: [
    'borc alacak',
    'b a',
    'ba',
    'a b',
    'yon',
    'debit credit',
    'credit debit',
    'dr cr',
    'cr dr',
    'd c',
    'c d',
  ],
  description: [
    'aciklama',
    'islem aciklamasi',
    'description',
    'details',
    'narrative',
    'remittance information',
    'explanation',
  ],
  reference: [
    'referans',
    'referans no',
    'referans numarasi',
    'islem referansi',
    'dekont no',
    'fis no',
    'islem no',
    'reference',
    'bank reference',
    'transaction id',
    'receipt no',
  ],
  payer: [
    'gonderen',
    'gonderen adi',
    'gonderen ad soyad',
    'gonderen unvan',
    'karsi taraf',
    'karsi hesap unvani',
    'unvan',
    'sender',
    'sender name',
    'payer',
    'payer name',
    'counterparty',
  ],
  currency: ['doviz', 'doviz cinsi', 'doviz kodu', 'para birimi', 'currency', 'ccy'],
} as const;

type ColumnName = keyof typeof NAMES;

/** Where each column stands, from 0. */
export type Columns = Readonly<Partial<Record<ColumnName, number>>>;

/** The columns of a row of headers, or null when it is none: a statement has dates, and money that came in. */
export function findColumns(cells: readonly string[]): Columns | null {
  const folded = cells.map(foldHeader);
  const places = Object.entries(NAMES).flatMap(([column, names]) => {
    const name = names.find((one) => folded.includes(one));
    return name === undefined ? [] : [[column, folded.indexOf(name)] as const];
  });
  const columns: Columns = Object.fromEntries(places);
  const hasMoney = columns.amount !== undefined || columns.credit !== undefined;
  return columns.date !== undefined && hasMoney ? columns : null;
}

/** `"İşlem Tutarı (TL)"` is `islem tutari`: no case, no accents, no punctuation, nothing in brackets. */
export function foldHeader(header: string): string {
  return header
    .replace(/\([^()]*\)/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The currency that a header names in brackets: `Tutar (TL)`. */
export function currencyInHeader(header: string | undefined): string | null {
  return readCurrency(/\(([^()]*)\)/.exec(header ?? '')?.[1] ?? '');
}

/** Turkish banks write `TL` for the lira. Null when it is no currency's code. */
export function readCurrency(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (code === 'TL') return 'TRY';
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
