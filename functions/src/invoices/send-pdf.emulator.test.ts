import '../testing/environment';
import { invoice } from '../index';
import { firestore } from '../platform/firestore';
import { anOrganization } from '../testing/factories';
import type { Served } from '../testing/http';
import { serve } from '../testing/http';
import { acceptUnsignedTokens, idToken } from '../testing/id-tokens';
import { aCustomer, aDraft, anIssuedInvoice, checkEverything, seed, storedInvoice } from '../testing/world';

let server: Served;
let auth: { close: () => Promise<void> };
let owner: string;
let member: string;
let issued: string;
let draft: string;

beforeAll(async () => {
  auth = await acceptUnsignedTokens();
  server = await serve(invoice.pdf);
  owner = await aCustomer();
  member = await aCustomer({ organizationIds: ['org-1'] });
  await seed(firestore(), { 'organizations/org-1': anOrganization({ memberIds: [owner, member] }) });
  issued = await anIssuedInvoice(owner, { organizationId: 'org-1' });
  draft = await aDraft(owner);
});
afterAll(async () => {
  await checkEverything();
  await server.close();
  await auth.close();
});

const get = (path: string, token?: string, method = 'GET') =>
  fetch(`${server.url}${path}`, {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
const pdfOf = (invoiceId: string) => `/api/invoices/${invoiceId}/pdf`;

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
