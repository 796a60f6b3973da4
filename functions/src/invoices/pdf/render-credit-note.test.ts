import type { CreditNote } from '../../schema/credit-note';
import { aCreditNote } from '../testing/credit-note-factory';
import { linesOf, readPdf } from '../testing/read-pdf';
import { renderCreditNotePdf } from './render-credit-note';

const render = (creditNote: CreditNote) => renderCreditNotePdf({ ...creditNote, id: 'credit-1' });

test('one page that can be copied out of letter by letter', async () => {
  const { pages, info, language } = readPdf(
    await render(aCreditNote({ reason: 'Müşteri isteği · ğüşıİ ₺' })),
  );
  expect(pages).toHaveLength(1);
  expect(linesOf(pages[0] ?? [])).toEqual(
    expect.arrayContaining([
      'İade / Düzeltme Kaydı | Hyble Bilişim Teknolojileri A.Ş.',
      'İlgili fatura | HYB-202603-0042',
      'Hyble Bilişim Teknolojileri A.Ş. | Çağdaş Işık Yazılım Ltd. Şti.',
      'Faturanın KDV %20 oranlı kısmından iade | ₺1.000,00 | ₺200,00 | ₺1.200,00',
      'Toplam iade | ₺1.200,00',
      'Müşteri isteği · ğüşıİ ₺',
      'İşletme içi kayıttır; e-Belge değildir, iade faturası veya gider pusulası yerine geçmez.',
    ]),
  );
  expect(language).toBe('tr');
  expect(info).toMatchObject({
    Title: 'İade / Düzeltme Kaydı HYB-CN-202603-0007',
    Author: 'Hyble Bilişim Teknolojileri A.Ş.',
    Keywords: 'credit-1',
    CreationDate: 'D:20260315074500Z',
  });
});

test('never calls itself an invoice or an e-document', async () => {
  for (const locale of ['tr', 'en'] as const) {
    const { pages } = readPdf(await render(aCreditNote({ locale })));
    const titles = (pages[0] ?? []).filter(({ size }) => size > 9).map(({ text }) => text);
    expect(titles.join(' ')).not.toMatch(/fatura|invoice|e-/i);
  }
});

test('the same credit note gives the same bytes, whatever was drawn before', async () => {
  const creditNote = aCreditNote({ reason: 'Eksik hizmet' });
  const first = await render(creditNote);
  await render(aCreditNote({ locale: 'en', currency: 'KWD' }));
  expect((await render(creditNote)).equals(first)).toBe(true);
});

test('the longest reason stays on the page', async () => {
  const reason = 'İade nedeni uzun anlatılıyor. '.repeat(17).trim().slice(0, 500);
  const { pages } = readPdf(await render(aCreditNote({ reason })));
  expect(pages).toHaveLength(1);
  expect(
    linesOf(pages[0] ?? [])
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  ).toContain(reason);
});
