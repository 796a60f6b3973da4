import '../testing/environment';
import { randomUUID } from 'node:crypto';
import { minorUnits } from '../core/money';
import { creditNote, invoice, payment } from '../index';
import { firestore } from '../platform/firestore';
import { CUSTOMER_LIMIT, STRANGER_LIMIT } from '../platform/rate-limit';
import type { CreditNote } from '../schema/credit-note';
import { call, finance } from '../testing/calls';
import { capturedLogs } from '../testing/captured-logs';
import { dump, inCollection } from '../testing/documents';
import { anOrganization } from '../testing/factories';
import type { Served } from '../testing/http';
import { serve } from '../testing/http';
import { acceptUnsignedTokens, idToken } from '../testing/id-tokens';
import { linesOf, readPdf } from './testing/read-pdf';
import {
  aCustomer,
  aDraft,
  anIssuedInvoice,
  checkEverything,
  seed,
  stopClock,
  storedInvoice,
} from '../testing/world';

let server: Served;
let creditNotes: Served;
let auth: { close: () => Promise<void> };
let owner: string;
let member: string;
let issued: string;
let draft: string;
let credited: CreditNote & { id: string };

beforeAll(async () => {
  auth = await acceptUnsignedTokens();
  server = await serve(invoice.pdf);
  owner = await aCustomer();
  member = await aCustomer({ organizationIds: ['org-1'] });
  await seed(firestore(), { 'organizations/org-1': anOrganization({ memberIds: [owner, member] }) });
  issued = await anIssuedInvoice(owner, { organizationId: 'org-1' });
  draft = await aDraft(owner);
  creditNotes = await serve(creditNote.pdf);
  credited = await aCreditNoteOf(await anIssuedInvoice(owner, { organizationId: 'org-1' }));
});
afterAll(async () => {
  await checkEverything();
  await server.close();
  await creditNotes.close();
  await auth.close();
});

/** Pays an invoice and gives a part of it back. */
async function aCreditNoteOf(invoiceId: string): Promise<CreditNote & { id: string }> {
  const { paymentId } = await call(
    payment.recordBankTransfer,
    {
      requestId: randomUUID(),
      invoiceIds: [invoiceId],
      amount: minorUnits(12_000),
      currency: 'TRY',
      receivedOn: '2026-03-10',
    },
    finance,
  );
  await call(
    payment.refund,
    {
      requestId: randomUUID(),
      paymentId,
      amount: minorUnits(6_000),
      destination: 'BANK',
      reason: 'Hizmet yarım verildi',
    },
    finance,
  );
  const notes = inCollection<CreditNote>(await dump(firestore()), 'creditNotes/*');
  const note = notes.find((one) => one.invoiceId === invoiceId);
  if (note === undefined) throw new Error('A refund of an invoice makes a credit note');
  return note;
}

const get = (path: string, token?: string, method = 'GET', { url } = server) =>
  fetch(`${url}${path}`, {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
const pdfOf = (invoiceId: string) => `/api/invoices/${invoiceId}/pdf`;
const creditNotePdfOf = (id: string) => `/api/credit-notes/${id}/pdf`;

test.each<[string, () => string]>([
  ['the owner', () => idToken(owner)],
  ['a member of the organization', () => idToken(member)],
  ['finance', () => idToken('finance-1', 'finance')],
  ['an admin', () => idToken('admin-1', 'admin')],
])('%s gets the PDF of an issued invoice', async (_who, tokenOf) => {
  const response = await get(pdfOf(issued), tokenOf());
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const { invoiceNumber } = await storedInvoice(issued);
  expect(response.headers.get('content-disposition')).toBe(`inline; filename="${invoiceNumber ?? ''}.pdf"`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.subarray(-6).toString()).toContain('%%EOF');
});

test.each<[string, () => string, () => string | undefined, number, string]>([
  [
    'a stranger: like one that does not exist',
    () => pdfOf(issued),
    () => idToken('stranger'),
    404,
    'INVOICE_NOT_FOUND',
  ],
  ['the owner, while it is a draft', () => pdfOf(draft), () => idToken(owner), 404, 'INVOICE_NOT_FOUND'],
  ['one that does not exist', () => pdfOf('none'), () => idToken(owner), 404, 'INVOICE_NOT_FOUND'],
  ['an id that is none', () => pdfOf('..%2Fusers'), () => idToken(owner), 404, 'INVOICE_NOT_FOUND'],
  ['another address', () => '/api/invoices', () => idToken(owner), 404, 'INVOICE_NOT_FOUND'],
  ['no token', () => pdfOf(issued), () => undefined, 401, 'UNAUTHENTICATED'],
  ['a token that is none', () => pdfOf(issued), () => 'x.y.z', 401, 'UNAUTHENTICATED'],
  [
    'a token that has expired',
    () => pdfOf(issued),
    () => idToken(owner, undefined, -60),
    401,
    'UNAUTHENTICATED',
  ],
])('%s', async (_edge, pathOf, tokenOf, status, code) => {
  const response = await get(pathOf(), tokenOf());
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code } });
});

test('a draft, for finance', async () => {
  const response = await get(pdfOf(draft), idToken('finance-1', 'finance'));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toBe('inline; filename="draft.pdf"');
});

test('POST is not how a PDF is fetched', async () => {
  const response = await get(pdfOf(issued), idToken(owner), 'POST');
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET');
});

describe('credit note', () => {
  const getNote = (id: string, token?: string) => get(creditNotePdfOf(id), token, 'GET', creditNotes);

  test.each<[string, () => string]>([
    ['the owner', () => idToken(owner)],
    ['a member of the organization', () => idToken(member)],
    ['finance', () => idToken('finance-1', 'finance')],
  ])('%s gets its PDF', async (_who, tokenOf) => {
    const response = await getNote(credited.id, tokenOf());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename="${credited.creditNoteNumber}.pdf"`,
    );
    const { info, pages } = readPdf(Buffer.from(await response.arrayBuffer()));
    expect(info.Title).toBe(`İade / Düzeltme Kaydı ${credited.creditNoteNumber}`);
    expect(linesOf(pages[0] ?? [])).toEqual(
      expect.arrayContaining([
        `İlgili fatura | ${credited.invoiceNumber}`,
        'Faturanın KDV %20 oranlı kısmından iade | ₺50,00 | ₺10,00 | ₺60,00',
        'Hizmet yarım verildi',
      ]),
    );
  });

  test.each<[string, () => string, () => string | undefined, number, string]>([
    ['a stranger', () => credited.id, () => idToken('stranger'), 404, 'CREDIT_NOTE_NOT_FOUND'],
    ['one that does not exist', () => 'none', () => idToken(owner), 404, 'CREDIT_NOTE_NOT_FOUND'],
    ['an id that is none', () => '..%2Fusers', () => idToken(owner), 404, 'CREDIT_NOTE_NOT_FOUND'],
    ['an invoice in its place', () => issued, () => idToken(owner), 404, 'CREDIT_NOTE_NOT_FOUND'],
    ['no token', () => credited.id, () => undefined, 401, 'UNAUTHENTICATED'],
  ])('%s', async (_edge, idOf, tokenOf, status, code) => {
    const response = await getNote(idOf(), tokenOf());
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
  });
});

describe('too many requests', () => {
  // With the clock stopped nothing is refilled meanwhile, however slow the machine.
  beforeAll(() => {
    stopClock(new Date());
  });
  async function times(count: number, token?: string) {
    const answers = [];
    for (let index = 0; index < count; index += 1) answers.push(await get(pdfOf('none'), token));
    return answers;
  }

  test('of a customer; another one, and staff, are served on', async () => {
    const answers = await times(CUSTOMER_LIMIT.burst + 3, idToken('in-a-hurry'));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused[0]?.json()).toMatchObject({ error: { code: 'RATE_LIMITED' } });
    expect((await get(pdfOf(issued), idToken(owner))).status).toBe(200);
    const asStaff = await times(CUSTOMER_LIMIT.burst + 3, idToken('finance-2', 'finance'));
    expect(new Set(asStaff.map(({ status }) => status))).toEqual(new Set([404]));
  });

  test('without a token: whoever has one is served on, and the flood is one line in the log', async () => {
    const before = capturedLogs.length;
    const answers = await times(STRANGER_LIMIT.burst + 10);
    expect(answers.at(-1)?.status).toBe(429);
    expect((await get(pdfOf(issued), idToken(owner))).status).toBe(200);
    const lines = capturedLogs.slice(before).filter(({ message }) => message === 'requests limited');
    expect(lines).toEqual([
      { level: 'warn', message: 'requests limited', fields: { operation: 'invoice.pdf', who: 'stranger' } },
    ]);
  });
});
