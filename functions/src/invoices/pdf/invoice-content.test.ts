import { minorUnits } from '../../core/money';
import type { Party } from '../../schema/invoice';
import { anInvoice, anInvoiceItem } from '../testing/invoice-factory';
import { invoiceContent } from './invoice-content';

const person: Party = {
  name: 'İpek Öztürk',
  email: 'ipek@example.com',
  country: 'TR',
  address: 'Atatürk Bulvarı 7/3\n35220 Konak / İzmir',
  taxId: '10000000146',
  taxOffice: null,
};
const abroad: Party = {
  name: 'Northwind Traders GmbH',
  email: 'accounts@northwind.example',
  country: 'DE',
  address: 'Friedrichstraße 43\n10117 Berlin',
  taxId: 'DE136695976',
  taxOffice: null,
};

test('everything that a Turkish invoice names, in order', () => {
  const { pageLabel, ...content } = invoiceContent(anInvoice({ notes: 'Teşekkür ederiz.' }));
  expect(pageLabel(2, 3)).toBe('Sayfa 2 / 3');
  expect(content).toEqual({
    title: 'Fatura',
    mark: null,
    facts: [
      { label: 'Fatura numarası', value: 'HYB-202603-0042' },
      { label: 'Düzenleme tarihi', value: '05.03.2026' },
      { label: 'Vade tarihi', value: '20.03.2026' },
      { label: 'Para birimi', value: 'TRY' },
    ],
    parties: [
      {
        heading: 'Satıcı',
        name: 'Hyble Bilişim Teknolojileri A.Ş.',
        lines: [
          'Büyükdere Caddesi No: 185 Kat: 12',
          '34394 Şişli / İstanbul',
          'Türkiye',
          'Vergi dairesi: Zincirlikuyu',
          'VKN: 4530297810',
          'fatura@hyble.example',
        ],
      },
      {
        heading: 'Alıcı',
        name: 'Çağdaş Işık Yazılım Ltd. Şti.',
        lines: [
          'Üniversiteler Mahallesi 1596. Cadde No: 6',
          '06800 Çankaya / Ankara',
          'Türkiye',
          'Vergi dairesi: Doğanbey',
          'VKN: 2340567890',
          'muhasebe@cagdasisik.example',
        ],
      },
    ],
    headline: { text: '₺3.600,00', detail: 'Kalan tutar · Vade tarihi: 20.03.2026' },
    columns: {
      description: 'Açıklama',
      figures: [
        { text: 'Miktar' },
        { text: 'Birim fiyat', hint: 'KDV hariç' },
        { text: 'KDV' },
        { text: 'Tutar', hint: 'KDV dâhil' },
      ],
    },
    rows: [
      {
        description: 'Yönetilen sunucu, aylık bakım ve yedekleme',
        figures: ['1', '₺1.000,00', '%20', '₺1.200,00'],
      },
      {
        description: 'Öncelikli destek, saat başına',
        figures: ['2,5', '₺800,00', '%20', '₺2.400,00'],
      },
    ],
    totals: [
      { label: 'Ara toplam', value: '₺3.000,00', isStrong: false },
      { label: 'KDV %20 (matrah ₺3.000,00)', value: '₺600,00', isStrong: false },
      { label: 'Genel toplam', value: '₺3.600,00', isStrong: true },
      { label: 'Ödenen tutar', value: '₺0,00', isStrong: false },
      { label: 'Kalan tutar', value: '₺3.600,00', isStrong: true },
    ],
    notes: { heading: 'Notlar', text: 'Teşekkür ederiz.' },
    reference: 'Fatura HYB-202603-0042',
    legalNote: 'Bilgi amaçlıdır; e-Fatura veya e-Arşiv Fatura yerine geçmez.',
  });
});

test('the same invoice in English', () => {
  const content = invoiceContent(anInvoice({ locale: 'en' }));
  expect(content.facts).toEqual([
    { label: 'Invoice number', value: 'HYB-202603-0042' },
    { label: 'Issue date', value: '5 Mar 2026' },
    { label: 'Due date', value: '20 Mar 2026' },
    { label: 'Currency', value: 'TRY' },
  ]);
  expect(content.headline).toEqual({ text: '₺3,600.00', detail: 'Amount due by 20 Mar 2026' });
  expect(content.rows[1]?.figures).toEqual(['2.5', '₺800.00', '20%', '₺2,400.00']);
  expect(content.totals.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Subtotal: ₺3,000.00',
    'VAT 20% (on ₺3,000.00): ₺600.00',
    'Total: ₺3,600.00',
    'Amount paid: ₺0.00',
    'Amount due: ₺3,600.00',
  ]);
  expect(content.pageLabel(1, 2)).toBe('Page 1 / 2');
});

describe('status', () => {
  test.each([
    ['tr', 'DRAFT', 'TASLAK', '₺3.600,00', 'Taslak henüz kesilmedi; ödeme yapmanız gerekmez.'],
    ['tr', 'PENDING', null, '₺3.600,00', 'Kalan tutar · Vade tarihi: 20.03.2026'],
    ['tr', 'PARTIAL', null, '₺3.600,00', 'Kalan tutar · Vade tarihi: 20.03.2026'],
    ['tr', 'OVERDUE', null, '₺3.600,00', 'Kalan tutar · Vade tarihi: 20.03.2026'],
    ['tr', 'PAID', 'ÖDENDİ', '₺3.600,00', '12.03.2026 tarihinde ödendi. Teşekkür ederiz.'],
    [
      'tr',
      'CANCELLED',
      'İPTAL EDİLDİ',
      'Fatura iptal edildi',
      '10.03.2026 tarihinde iptal edildi; ödeme yapmanız gerekmez.',
    ],
    ['en', 'DRAFT', 'DRAFT', '₺3,600.00', 'This draft is not issued yet; no payment is needed.'],
    ['en', 'PENDING', null, '₺3,600.00', 'Amount due by 20 Mar 2026'],
    ['en', 'PARTIAL', null, '₺3,600.00', 'Amount due by 20 Mar 2026'],
    ['en', 'OVERDUE', null, '₺3,600.00', 'Amount due by 20 Mar 2026'],
    ['en', 'PAID', 'PAID', '₺3,600.00', 'Paid on 12 Mar 2026. Thank you.'],
    ['en', 'CANCELLED', 'CANCELLED', 'Invoice cancelled', 'Cancelled on 10 Mar 2026; no payment is needed.'],
  ] as const)('%s %s', (locale, status, mark, text, detail) => {
    const content = invoiceContent(anInvoice({ locale, status }));
    expect(content.mark?.text ?? null).toBe(mark);
    expect(content.headline).toEqual({ text, detail });
  });

  test('a part paid invoice asks for what is left', () => {
    const content = invoiceContent(anInvoice({ status: 'PARTIAL', amountPaid: minorUnits(100_000) }));
    expect(content.headline.text).toBe('₺2.600,00');
    expect(content.totals.slice(-2).map(({ value }) => value)).toEqual(['₺1.000,00', '₺2.600,00']);
  });

  test('a draft has no number, no issue date, no parties, and nothing due', () => {
    const content = invoiceContent(anInvoice({ status: 'DRAFT' }));
    expect(content.title).toBe('Taslak fatura');
    expect(content.reference).toBe('Taslak fatura');
    expect(content.facts.map(({ label }) => label)).toEqual(['Vade tarihi', 'Para birimi']);
    expect(content.parties).toEqual([]);
    expect(content.totals.at(-1)?.label).toBe('Genel toplam');
  });

  test('paid and cancelled invoices say when', () => {
    const paid = invoiceContent(anInvoice({ status: 'PAID' }));
    const cancelled = invoiceContent(anInvoice({ status: 'CANCELLED' }));
    expect(paid.facts).toContainEqual({ label: 'Ödeme tarihi', value: '12.03.2026' });
    expect(cancelled.facts).toContainEqual({ label: 'İptal tarihi', value: '10.03.2026' });
  });
});

describe('refunded', () => {
  const refunded = (override: Parameters<typeof anInvoice>[0]) => {
    const { headline, totals, mark } = invoiceContent(anInvoice(override));
    return {
      ...headline,
      mark: mark?.text ?? null,
      sums: totals.slice(2).map(({ label, value }) => `${label}: ${value}`),
    };
  };

  test('in part, after it was paid', () => {
    const part = {
      amountPaid: minorUnits(240_000),
      amountCredited: minorUnits(120_000),
      amountDue: minorUnits(0),
    };
    expect(refunded({ status: 'PAID', ...part })).toEqual({
      text: '₺2.400,00',
      detail: '12.03.2026 tarihinde ödendi. ₺1.200,00 tutarında iade yapıldı.',
      mark: 'ÖDENDİ',
      sums: [
        'Genel toplam: ₺3.600,00',
        'İade edilen tutar: -₺1.200,00',
        'Ödenen tutar: ₺2.400,00',
        'Kalan tutar: ₺0,00',
      ],
    });
    expect(refunded({ status: 'PAID', locale: 'en', ...part }).detail).toBe(
      'Paid on 12 Mar 2026. ₺1,200.00 has been refunded.',
    );
  });

  test('in full', () => {
    const all = { amountPaid: minorUnits(0), amountCredited: minorUnits(360_000), amountDue: minorUnits(0) };
    expect(refunded({ status: 'PAID', ...all })).toMatchObject({
      text: '₺0,00',
      mark: 'İADE EDİLDİ',
      detail: '₺3.600,00 tutarında iade yapıldı.',
    });
  });

  test('while a part of it is still due', () => {
    const sums = {
      amountPaid: minorUnits(60_000),
      amountCredited: minorUnits(60_000),
      amountDue: minorUnits(240_000),
    };
    expect(refunded({ status: 'PARTIAL', locale: 'en', ...sums })).toEqual({
      text: '₺2,400.00',
      detail: 'Amount due by 20 Mar 2026',
      mark: null,
      sums: ['Total: ₺3,600.00', 'Refunded: -₺600.00', 'Amount paid: ₺600.00', 'Amount due: ₺2,400.00'],
    });
  });
});

test('VAT is shown a rate at a time with its base, then in sum', () => {
  const items = [1, 10, 20, 20].map((taxRate) => anInvoiceItem({ taxRate }));
  const { totals } = invoiceContent(anInvoice({ items }));
  expect(totals.slice(0, 6).map(({ label, value }) => [label, value])).toEqual([
    ['Ara toplam', '₺4.000,00'],
    ['KDV %1 (matrah ₺1.000,00)', '₺10,00'],
    ['KDV %10 (matrah ₺1.000,00)', '₺100,00'],
    ['KDV %20 (matrah ₺2.000,00)', '₺400,00'],
    ['KDV toplamı', '₺510,00'],
    ['Genel toplam', '₺4.510,00'],
  ]);
});

describe('tax number', () => {
  test.each([
    ['ten digits in Turkey belong to a company', 'tr', { ...person, taxId: '2340567890' }, 'VKN: 2340567890'],
    ['eleven digits in Turkey belong to a person', 'tr', person, 'TCKN: 10000000146'],
    ['a foreign number, in Turkish', 'tr', abroad, 'Vergi numarası: DE136695976'],
    ['a foreign number of eleven characters is no TCKN', 'en', abroad, 'Tax number: DE136695976'],
    ['a Turkish person, in English', 'en', person, 'ID number (TCKN): 10000000146'],
  ] as const)('%s', (_edge, locale, buyer, line) => {
    expect(invoiceContent(anInvoice({ locale, buyer })).parties[1]?.lines).toContain(line);
  });

  test('nothing stands for what a buyer lacks', () => {
    const { parties } = invoiceContent(anInvoice({ buyer: { ...person, taxId: null } }));
    expect(parties[1]?.lines).toEqual([
      'Atatürk Bulvarı 7/3',
      '35220 Konak / İzmir',
      'Türkiye',
      'ipek@example.com',
    ]);
  });
});
