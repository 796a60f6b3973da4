import '../testing/environment';
import { randomUUID } from 'node:crypto';
import { invoice } from '../index';
import { firestore } from '../platform/firestore';
import { admin, call, finance, refusal, signedIn } from '../testing/calls';
import { changes, dump } from '../testing/documents';
import { anOrganization, aProduct, aUser } from '../testing/factories';
import { aCustomer, aDraft, anIssuedInvoice, checkEverything, NOW, seed, stopClock } from '../testing/world';

const db = firestore();

beforeAll(async () => {
  stopClock();
  await seed(db, {
    'users/user-1': aUser({ organizationIds: ['org-1'] }),
    'organizations/org-1': anOrganization(),
    'products/server': aProduct(),
    'products/disk': aProduct({ name: 'Disk, 100 GB', unitPrice: 2_500 as never, taxRate: 10 }),
    'products/old': aProduct({ isActive: false }),
  });
});
afterAll(checkEverything);

const request = (override: object = {}) => ({
  requestId: randomUUID(),
  userId: 'user-1',
  items: [{ productId: 'server', quantity: 2 }],
  dueDate: '2026-04-01',
  ...override,
});

describe('who may write invoices', () => {
  const calls = [
    ['create', invoice.create, () => request()],
    ['update', invoice.update, () => ({ invoiceId: 'x', items: request().items, dueDate: '2026-04-01' })],
    ['issue', invoice.issue, () => ({ invoiceId: 'x' })],
    ['cancel', invoice.cancel, () => ({ invoiceId: 'x', reason: 'r' })],
  ] as const;

  test.each(calls)('%s: nobody who is not signed in', async (_name, callable, data) => {
    const refused = await refusal(call<unknown>(callable, data(), undefined));
    expect(refused).toMatchObject({ status: 'unauthenticated', code: 'UNAUTHENTICATED' });
  });

  test.each(calls)('%s: no customer, whatever the role claim says', async (_name, callable, data) => {
    const before = await dump(db);
    for (const caller of [signedIn('user-1'), signedIn('user-1', 'owner' as never)]) {
      const refused = await refusal(call<unknown>(callable, data(), caller));
      expect(refused).toMatchObject({ status: 'permission-denied', code: 'PERMISSION_DENIED' });
    }
    expect(changes(before, await dump(db))).toEqual({});
  });

  test.each([
    ['finance', finance],
    ['an admin', admin],
  ])('%s', async (_name, caller) => {
    const { invoiceId } = await call(invoice.create, request(), caller);
    await call(invoice.update, { invoiceId, items: request().items, dueDate: '2026-04-02' }, caller);
    await call(invoice.issue, { invoiceId }, caller);
    await call(invoice.cancel, { invoiceId, reason: 'r' }, caller);
  });
});

test('a draft as it is stored, priced by the server', async () => {
  const before = await dump(db);
  const items = [
    { productId: 'server', quantity: 2 },
    { productId: 'disk', quantity: 3, description: 'Yedek diski' },
    { description: 'Kurulum', quantity: 1.5, unitPrice: 4_000, taxRate: 0 },
  ];
  const asked = request({ items, organizationId: 'org-1', notes: 'Merhaba' });
  const { invoiceId } = await call(invoice.create, asked, finance);

  const stamps = { createdAt: NOW, updatedAt: NOW };
  const written = changes(before, await dump(db));
  const [auditPath = ''] = Object.keys(written).filter((path) => path.startsWith('auditLog/'));
  expect(written).toEqual({
    [`invoices/${invoiceId}`]: {
      invoiceNumber: null,
      type: 'STANDARD',
      userId: 'user-1',
      organizationId: 'org-1',
      subscriptionId: null,
      items: [
        {
          productId: 'server',
          description: 'Bulut sunucu, 1 ay',
          quantity: 2,
          unitPrice: 10_000,
          taxRate: 20,
          taxAmount: 4_000,
          total: 24_000,
        },
        {
          productId: 'disk',
          description: 'Yedek diski',
          quantity: 3,
          unitPrice: 2_500,
          taxRate: 10,
          taxAmount: 750,
          total: 8_250,
        },
        {
          productId: null,
          description: 'Kurulum',
          quantity: 1.5,
          unitPrice: 4_000,
          taxRate: 0,
          taxAmount: 0,
          total: 6_000,
        },
      ],
      subtotal: 33_500,
      taxRate: 20,
      taxes: [
        { rate: 0, base: 6_000, amount: 0 },
        { rate: 10, base: 7_500, amount: 750 },
        { rate: 20, base: 20_000, amount: 4_000 },
      ],
      taxTotal: 4_750,
      total: 38_250,
      amountPaid: 0,
      amountCredited: 0,
      amountDue: 38_250,
      currency: 'TRY',
      locale: 'tr',
      status: 'DRAFT',
      issueDate: null,
      dueDate: new Date('2026-03-31T21:00:00Z'),
      paidAt: null,
      cancelledAt: null,
      processingPaymentIds: [],
      notes: 'Merhaba',
      seller: null,
      buyer: null,
      ...stamps,
    },
    [auditPath]: {
      actorId: 'finance-1',
      actorRole: 'finance',
      action: 'invoice.create',
      subject: `invoices/${invoiceId}`,
      reason: null,
      ...stamps,
    },
  });
});

test('the same request, one after another and ten at once, makes one invoice', async () => {
  const asked = request();
  const before = await dump(db);
  const first = await call(invoice.create, asked, finance);
  const repeats = await Promise.all(Array.from({ length: 10 }, () => call(invoice.create, asked, finance)));
  const atOnce = request();
  const together = await Promise.all(Array.from({ length: 10 }, () => call(invoice.create, atOnce, finance)));

  expect(new Set(repeats.map(({ invoiceId }) => invoiceId))).toEqual(new Set([first.invoiceId]));
  const [second, ...others] = new Set(together.map(({ invoiceId }) => invoiceId));
  expect(others).toEqual([]);
  // Two invoices and their two audit entries.
  const written = Object.keys(changes(before, await dump(db)));
  expect(written.filter((path) => path.startsWith('invoices/')).sort()).toEqual(
    [first.invoiceId, second].map((id) => `invoices/${id}`).sort(),
  );
  expect(written).toHaveLength(4);
});

test('the request id of one member of staff is not another’s', async () => {
  const asked = request();
  const ids = [await call(invoice.create, asked, finance), await call(invoice.create, asked, admin)];
  expect(new Set(ids.map(({ invoiceId }) => invoiceId)).size).toBe(2);
});

describe('a request that is not valid', () => {
  test.each<[string, object, string]>([
    ['no lines', { items: [] }, 'items'],
    ['a price in lira', { items: [{ description: 'x', quantity: 1, unitPrice: 10.5 }] }, 'items.0'],
    ['a price for a product', { items: [{ productId: 'server', quantity: 1, unitPrice: 1 }] }, 'items.0'],
    ['a quantity of nothing', { items: [{ productId: 'server', quantity: 0 }] }, 'items.0'],
    ['a quantity of four decimals', { items: [{ productId: 'server', quantity: 1.0001 }] }, 'items.0'],
    ['a date that does not exist', { dueDate: '2026-02-30' }, 'dueDate'],
    ['a request id that is none', { requestId: '1' }, 'requestId'],
    ['a rate over 100 %', { taxRate: 101 }, 'taxRate'],
    ['a rate of three decimals', { taxRate: 8.255 }, 'taxRate'],
    ['a currency in small letters', { currency: 'try' }, 'currency'],
    ['a total of its own', { total: 1 }, 'total'],
  ])('%s', async (_edge, override, where) => {
    const refused = await refusal(call(invoice.create, request(override), finance));
    expect(refused).toMatchObject({ status: 'invalid-argument', code: 'INVALID_REQUEST' });
    expect(refused.facts.problems).toContain(where);
    expect(refused.message).toContain(where);
  });

  test.each([null, undefined, 'x', []])('%p', async (data) => {
    expect(await refusal(call(invoice.create, data, finance))).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

test.each<[string, object, string, object]>([
  ['a customer', { userId: 'nobody' }, 'USER_NOT_FOUND', { userId: 'nobody' }],
  ['an organization', { organizationId: 'none' }, 'ORGANIZATION_NOT_FOUND', { organizationId: 'none' }],
  ['a product', { items: [{ productId: 'none', quantity: 1 }] }, 'PRODUCT_NOT_FOUND', { productId: 'none' }],
  [
    'an inactive product',
    { items: [{ productId: 'old', quantity: 1 }] },
    'PRODUCT_INACTIVE',
    { productId: 'old' },
  ],
])('a reference that leads nowhere is refused: %s', async (_edge, override, code, facts) => {
  expect(await refusal(call(invoice.create, request(override), finance))).toMatchObject({ code, facts });
});

describe('update', () => {
  test('replaces a draft’s content', async () => {
    const invoiceId = await aDraft('user-1');
    const items = [{ productId: 'disk', quantity: 1 }];
    await call(invoice.update, { invoiceId, items, dueDate: '2026-05-01', notes: 'Yeni' }, finance);
    expect(await call(invoice.get, { invoiceId }, finance)).toMatchObject({
      items: [{ productId: 'disk', total: 2_750 }],
      total: 2_750,
      amountDue: 2_750,
      notes: 'Yeni',
      dueDate: '2026-04-30T21:00:00.000Z',
      status: 'DRAFT',
    });
  });

  test('leaves an issued invoice alone', async () => {
    const invoiceId = await anIssuedInvoice(await aCustomer());
    const before = await dump(db);
    const change = { invoiceId, items: [{ productId: 'disk', quantity: 1 }], dueDate: '2026-05-01' };
    expect(await refusal(call(invoice.update, change, finance))).toMatchObject({ code: 'INVOICE_NOT_DRAFT' });
    expect(changes(before, await dump(db))).toEqual({});
  });

  test('of an invoice that does not exist', async () => {
    const change = { invoiceId: 'none', items: request().items, dueDate: '2026-05-01' };
    expect(await refusal(call(invoice.update, change, finance))).toMatchObject({
      status: 'not-found',
      code: 'INVOICE_NOT_FOUND',
      facts: { invoiceId: 'none' },
    });
  });
});
