import { minorUnits } from '../../core/money';
import type { Invoice } from '../../schema/invoice';
import { anInvoice, anInvoiceItem } from '../testing/invoice-factory';
import { linesOf, readPdf } from '../testing/read-pdf';
import type { PdfText } from '../testing/read-pdf';
import { BOTTOM, LEFT, PAGE, RIGHT } from './layout';
import { renderInvoicePdf } from './render-invoice';

const render = (invoice: Invoice) => renderInvoicePdf({ ...invoice, id: 'invoice-1' });
const read = async (invoice: Invoice) => readPdf(await render(invoice));
const withLines = (count: number, override: Partial<Invoice> = {}) =>
  anInvoice({
    items: Array.from({ length: count }, (_, index) => anInvoiceItem({ description: `Kalem ${index + 1}` })),
    ...override,
  });
const textsOf = (page: readonly PdfText[] | undefined) => (page ?? []).map(({ text }) => text);
const itemsOn = (page: readonly PdfText[] | undefined) =>
  textsOf(page).filter((text) => text.startsWith('Kalem '));

test('text can be copied out of the file letter by letter', async () => {
  const { pages } = await read(
    anInvoice({ notes: 'ğüşiöçıİĞÜŞÖÇ âîû ₺€£¥$ fiyat, müşteri, filtre · Ωμέγα · Жук', status: 'PARTIAL' }),
  );
  expect(pages).toHaveLength(1);
  expect(linesOf(pages[0] ?? [])).toEqual(
    expect.arrayContaining([
      'Fatura numarası | HYB-202603-0042',
      'Hyble Bilişim Teknolojileri A.Ş. | Çağdaş Işık Yazılım Ltd. Şti.',
      'VKN: 4530297810 | VKN: 2340567890',
      'Öncelikli destek, saat başına | 2,5 | ₺800,00 | %20 | ₺2.400,00',
      'KDV %20 (matrah ₺3.000,00) | ₺600,00',
      'ğüşiöçıİĞÜŞÖÇ âîû ₺€£¥$ fiyat, müşteri, filtre · Ωμέγα · Жук',
    ]),
  );
});

test('the file names its title, author and language', async () => {
  const issued = await read(anInvoice());
  expect(issued.language).toBe('tr');
  expect(issued.info).toMatchObject({
    Title: 'Fatura HYB-202603-0042',
    Author: 'Hyble Bilişim Teknolojileri A.Ş.',
    CreationDate: 'D:20260305093000Z',
  });
  const draft = await read(anInvoice({ status: 'DRAFT', locale: 'en' }));
  expect(draft.language).toBe('en');
  expect(draft.info).toMatchObject({ Title: 'Draft invoice', CreationDate: 'D:20260304120000Z' });
  expect(draft.info).not.toHaveProperty('Author');
});

test('pages are A4 and hold only the embedded fonts', async () => {
  const source = (await render(withLines(30))).toString('latin1');
  expect(source.match(/\/MediaBox \[0 0 595.28\d* 841.89\d*\]/g)).toHaveLength(2);
  expect(new Set(source.match(/\/BaseFont \/\w+\+\S+/g))).toEqual(
    new Set(['/BaseFont /BZZZZZ+IBMPlexSans-SemiBold', '/BaseFont /CZZZZZ+IBMPlexSans-Regular']),
  );
});

describe('the same invoice gives the same bytes', () => {
  test('twice in a row', async () => {
    const invoice = withLines(40, { notes: 'Teşekkür ederiz.' });
    expect((await render(invoice)).equals(await render(invoice))).toBe(true);
  });

  test('whatever was drawn before', async () => {
    const invoice = anInvoice({ notes: 'G g ğ Ğ s ş fi ﬁ fl' });
    const other = anInvoice({
      notes: 'ﬁ ﬂ Ğ Ş Ç Å Ő \u00A0 \u2010 é e\u0301 Ή',
      locale: 'en',
      currency: 'KWD',
    });
    const first = await withFreshFonts([invoice]);
    const later = await withFreshFonts([other, invoice]);
    expect(first?.equals(later ?? Buffer.alloc(0))).toBe(true);
  }, 30_000);
});

/** The last of some invoices drawn with modules and fonts loaded anew. */
async function withFreshFonts(invoices: readonly Invoice[]): Promise<Buffer | undefined> {
  let last: Buffer | undefined;
  await jest.isolateModulesAsync(async () => {
    const fresh = await import('./render-invoice');
    for (const invoice of invoices) last = await fresh.renderInvoicePdf({ ...invoice, id: 'invoice-1' });
  });
  return last;
}

describe('pages', () => {
  test.each([
    ['one line', 1, 1],
    ['as many as the first page holds with the sums', 13, 1],
    ['one more', 14, 2],
    ['thirty lines', 30, 2],
    ['two hundred lines', 200, 8],
  ])('%s', async (_edge, count, of) => {
    const { pages } = await read(withLines(count));
    expect(pages).toHaveLength(of);
    pages.forEach((page, index) => {
      const texts = textsOf(page);
      expect(texts).toContain(`Sayfa ${index + 1} / ${of}`);
      expect(texts.filter((text) => text === 'Birim fiyat')).toHaveLength(1);
      expect(texts).toContain('Bilgi amaçlıdır; e-Fatura veya e-Arşiv Fatura yerine geçmez.');
    });
    expect(pages.flatMap(itemsOn)).toEqual(Array.from({ length: count }, (_, index) => `Kalem ${index + 1}`));
  });

  test('every page after the first names the invoice over the table', async () => {
    const { pages } = await read(withLines(60));
    for (const page of pages.slice(1)) expect(page[0]?.text).toBe('Fatura HYB-202603-0042');
  });

  test.each([11, 12, 13, 14, 15, 16, 17, 18, 19])('the sums never stand alone: %i lines', async (count) => {
    const { pages } = await read(withLines(count));
    const last = textsOf(pages.at(-1));
    expect(last).toEqual(expect.arrayContaining(['Ara toplam', 'Genel toplam', 'Kalan tutar', 'Açıklama']));
    expect(itemsOn(pages.at(-1)).length).toBeGreaterThanOrEqual(2);
  });

  test('notes run on to further pages, without a head of the table', async () => {
    const notes = Array.from({ length: 90 }, (_, index) => `Satır ${index + 1}`).join('\n');
    const { pages } = await read(anInvoice({ notes }));
    expect(pages).toHaveLength(3);
    expect(textsOf(pages[2])).not.toContain('Açıklama');
    expect(pages.flatMap(textsOf).filter((text) => text.startsWith('Satır '))).toEqual(notes.split('\n'));
  });

  test('VAT at more rates than a page has room for', async () => {
    const items = Array.from({ length: 60 }, (_, index) => anInvoiceItem({ taxRate: index + 1 }));
    const { pages } = await read(anInvoice({ items }));
    const rates = pages.flatMap(textsOf).filter((text) => text.startsWith('KDV %'));
    expect(rates).toHaveLength(60);
    expectInsideMargins(pages);
  });
});

describe('long text', () => {
  test.each([
    ['words', 'Uzun bir açıklama '.repeat(28).trim()],
    ['one word', 'W'.repeat(500)],
    ['many line feeds', Array.from({ length: 250 }, () => 'a').join('\n')],
  ])('a description of %s wraps inside its column, on one page', async (_edge, description) => {
    const items = [...Array.from({ length: 10 }, () => anInvoiceItem()), anInvoiceItem({ description })];
    const { pages } = await read(anInvoice({ items }));
    const lines = pages
      .flat()
      .filter(({ x, text }) => x === LEFT && description.replaceAll('\n', ' ').includes(text));
    expect(
      lines
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(description.replaceAll(/\s/g, ''));
    expectInsideMargins(pages);
  });

  test('names and addresses wrap inside their columns', async () => {
    const { seller, buyer } = anInvoice();
    const long = 'Uluslararası Taşımacılık ve Dış Ticaret '.repeat(5).trim();
    if (seller === null || buyer === null) throw new Error('An issued invoice has both parties');
    const { pages } = await read(
      anInvoice({ seller: { ...seller, name: long }, buyer: { ...buyer, name: long, address: long } }),
    );
    expect(textsOf(pages[0]).join(' ').split(long)).toHaveLength(4);
    expectInsideMargins(pages);
  });
});

test.each([
  ['yen', 'JPY', '¥100.000', '¥360.000'],
  ['dinar', 'KWD', 'KWD 100,000', 'KWD 360,000'],
  ['lira', 'TRY', '₺1.000,00', '₺3.600,00'],
])('%s with the decimals of its minor unit', async (_edge, currency, unitPrice, total) => {
  const { pages } = await read(anInvoice({ currency }));
  const texts = textsOf(pages[0]).map((text) => text.replaceAll('\u00A0', ' '));
  expect(texts).toEqual(expect.arrayContaining([unitPrice, total]));
});

test('the widest sums leave the description its room', async () => {
  const items = [anInvoiceItem({ description: 'Veri merkezi', unitPrice: minorUnits(8_333_333_332) })];
  const { pages } = await read(anInvoice({ items, currency: 'KWD' }));
  const line =
    pages[0]?.filter(({ y }) => y === pages[0]?.find(({ text }) => text === 'Veri merkezi')?.y) ?? [];
  expect(line.map(({ text }) => text.replaceAll('\u00A0', ' '))).toEqual([
    'Veri merkezi',
    '1',
    'KWD 8.333.333,332',
    '%20',
    'KWD 9.999.999,998',
  ]);
  expect(line[1]?.x).toBeGreaterThan(LEFT + 120);
});

describe('the mark stands on every page', () => {
  test.each([
    ['tr', 'PAID', 'ÖDENDİ'],
    ['tr', 'CANCELLED', 'İPTAL EDİLDİ'],
    ['tr', 'DRAFT', 'TASLAK'],
    ['en', 'PAID', 'PAID'],
    ['en', 'CANCELLED', 'CANCELLED'],
    ['en', 'DRAFT', 'DRAFT'],
  ] as const)('%s %s', async (locale, status, mark) => {
    const { pages } = await read(withLines(45, { locale, status }));
    expect(pages.map((page) => textsOf(page).includes(mark))).toEqual(pages.map(() => true));
  });

  test.each(['PENDING', 'PARTIAL', 'OVERDUE'] as const)('%s has none', async (status) => {
    const { pages } = await read(withLines(2, { status }));
    expect(textsOf(pages[0]).filter((text) => /TASLAK|ÖDENDİ|İPTAL/.test(text))).toEqual([]);
  });
});

function expectInsideMargins(pages: readonly (readonly PdfText[])[]) {
  for (const { x, y } of pages.flat()) {
    expect(x).toBeGreaterThanOrEqual(LEFT);
    expect(x).toBeLessThan(RIGHT);
    expect(y).toBeLessThan(PAGE.height - 30);
  }
  const body = pages.map((page) => page.filter(({ size, y }) => size === 9 && y > BOTTOM));
  expect(body.flat()).toEqual([]);
}
