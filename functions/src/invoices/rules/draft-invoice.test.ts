import { startOfDay } from '../../core/calendar';
import { minorUnits } from '../../core/money';
import type { Actor } from '../../finance/rules/audit';
import type { CreateInvoiceRequest, InvoiceItemRequest } from '../../schema/invoice';
import { aProduct, anOrganization, aUser } from '../../testing/factories';
import { anInvoice } from '../testing/invoice-factory';
import { createDraft, productIds, updateDraft } from './draft-invoice';
import { thrownBy } from '../../testing/thrown-by';

const actor: Actor = { uid: 'finance-1', role: 'finance', auditId: 'audit-1' };
const freeLine = { description: 'Kurulum', quantity: 1, unitPrice: minorUnits(10_000) };

const request = (override: Partial<CreateInvoiceRequest> = {}): CreateInvoiceRequest => ({
  requestId: '6f1b6a0e-3f5e-4a53-9c2e-0d6a3f1c7b11',
  userId: 'user-1',
  items: [freeLine],
  dueDate: '2026-03-20',
  ...override,
});

const NOTHING = { existing: null, user: aUser(), organization: null, products: new Map<string, null>() };

function create(
  override: Partial<CreateInvoiceRequest>,
  documents: Partial<Parameters<typeof createDraft>[0]> = {},
) {
  return createDraft(
    { ...NOTHING, ...documents },
    { invoiceId: 'invoice-1', request: request(override), actor },
  );
}

function createdFields(...given: Parameters<typeof create>) {
  return create(...given).writes[0]?.fields;
}

test('a draft, whole', () => {
  expect(create({ notes: 'Teşekkürler' })).toEqual({
    writes: [
      {
        op: 'create',
        path: 'invoices/invoice-1',
        fields: {
          invoiceNumber: null,
          type: 'STANDARD',
          userId: 'user-1',
          organizationId: null,
          subscriptionId: null,
          items: [{ productId: null, ...freeLine, taxRate: 20, taxAmount: 2_000, total: 12_000 }],
          subtotal: 10_000,
          taxRate: 20,
          taxes: [{ rate: 20, base: 10_000, amount: 2_000 }],
          taxTotal: 2_000,
          total: 12_000,
          amountPaid: 0,
          amountCredited: 0,
          amountDue: 12_000,
          currency: 'TRY',
          locale: 'tr',
          status: 'DRAFT',
          issueDate: null,
          dueDate: startOfDay('2026-03-20'),
          paidAt: null,
          cancelledAt: null,
          processingPaymentIds: [],
          notes: 'Teşekkürler',
          seller: null,
          buyer: null,
        },
      },
      {
        op: 'create',
        path: 'auditLog/audit-1',
        fields: {
          actorId: 'finance-1',
          actorRole: 'finance',
          action: 'invoice.create',
          subject: 'invoices/invoice-1',
          reason: null,
        },
      },
    ],
    result: { invoiceId: 'invoice-1' },
  });
});

test('the same request again writes nothing and answers the first invoice', () => {
  expect(create({}, { existing: anInvoice() })).toEqual({ writes: [], result: { invoiceId: 'invoice-1' } });
});

describe('the server prices', () => {
  const items: InvoiceItemRequest[] = [{ productId: 'server', quantity: 2 }];

  test('a product costs what its record says, at its rate', () => {
    const products = new Map([['server', aProduct({ taxRate: 10 })]]);
    expect(createdFields({ items, taxRate: 1 }, { products })).toMatchObject({
      items: [
        {
          productId: 'server',
          description: 'Bulut sunucu, 1 ay',
          quantity: 2,
          unitPrice: 10_000,
          taxRate: 10,
          taxAmount: 2_000,
          total: 22_000,
        },
      ],
      total: 22_000,
    });
  });

  test('a line may describe a product in its own words', () => {
    const products = new Map([['server', aProduct()]]);
    const described = [{ productId: 'server', quantity: 1, description: 'Sunucu, Mart' }];
    expect(createdFields({ items: described }, { products })).toMatchObject({
      items: [{ description: 'Sunucu, Mart' }],
    });
  });

  test.each([
    ['the line’s', { ...freeLine, taxRate: 1 }, 10, 1],
    ['the invoice’s, where the line names none', freeLine, 10, 10],
    ['20 % where nobody names one', freeLine, undefined, 20],
    ['none, where the line says so', { ...freeLine, taxRate: 0 }, 10, 0],
  ])('the VAT rate is %s', (_edge, item, taxRate, expected) => {
    const wish = taxRate === undefined ? {} : { taxRate };
    expect(createdFields({ items: [item], ...wish })).toMatchObject({ items: [{ taxRate: expected }] });
  });

  test.each([
    ['asked for', { currency: 'EUR' }, anOrganization({ currency: 'USD' }), 'EUR'],
    ['the organization’s', {}, anOrganization({ currency: 'USD' }), 'USD'],
    ['the user’s', {}, null, 'TRY'],
  ])('the currency is %s', (_edge, wish, organization, currency) => {
    const organizationId = organization === null ? null : 'org-1';
    expect(createdFields({ ...wish, organizationId }, { organization })).toMatchObject({ currency });
  });
});

const serverLine: InvoiceItemRequest = { productId: 'server', quantity: 1 };
const line = (unitPrice: number, quantity = 1, taxRate = 20): InvoiceItemRequest => ({
  description: 'x',
  quantity,
  unitPrice: minorUnits(unitPrice),
  taxRate,
});

test.each<[string, Partial<CreateInvoiceRequest>, Parameters<typeof create>[1], string]>([
  ['a customer nobody knows', {}, { user: null }, 'USER_NOT_FOUND'],
  ['an organization nobody knows', { organizationId: 'org-1' }, {}, 'ORGANIZATION_NOT_FOUND'],
  [
    'a customer who is no member',
    { organizationId: 'org-1' },
    { organization: anOrganization({ memberIds: ['user-2'] }) },
    'NOT_A_MEMBER',
  ],
  [
    'a product nobody knows',
    { items: [serverLine] },
    { products: new Map([['server', null]]) },
    'PRODUCT_NOT_FOUND',
  ],
  [
    'a product no longer sold',
    { items: [serverLine] },
    { products: new Map([['server', aProduct({ isActive: false })]]) },
    'PRODUCT_INACTIVE',
  ],
  [
    'a product in another currency',
    { items: [serverLine], currency: 'EUR' },
    { products: new Map([['server', aProduct()]]) },
    'CURRENCY_MISMATCH',
  ],
  ['discounts over the whole', { items: [line(100), line(-101)] }, {}, 'NEGATIVE_TOTAL'],
  ['discounts over one rate', { items: [line(100, 1, 20), line(-50, 1, 10)] }, {}, 'NEGATIVE_TOTAL'],
  [
    'a base of nothing whose VAT rounds below it',
    { items: [line(-3), line(1), line(1), line(1)] },
    {},
    'NEGATIVE_TOTAL',
  ],
  ['one unit over the largest total', { items: [line(10_000_000_000, 1, 0)] }, {}, 'AMOUNT_TOO_LARGE'],
  ['the largest total before VAT', { items: [line(9_999_999_999)] }, {}, 'AMOUNT_TOO_LARGE'],
  [
    'a line beyond exact numbers',
    { items: [line(Number.MAX_SAFE_INTEGER, 1_000_000)] },
    {},
    'AMOUNT_TOO_LARGE',
  ],
  ['a discount beyond exact numbers', { items: [line(-Number.MAX_SAFE_INTEGER, 2)] }, {}, 'AMOUNT_TOO_LARGE'],
])('refuses %s', (_edge, wish, documents, code) => {
  expect(thrownBy(() => create(wish, documents))).toMatchObject({ code });
});

test('takes the largest total', () => {
  expect(createdFields({ items: [line(9_999_999_999, 1, 0)] })).toMatchObject({ total: 9_999_999_999 });
});

test('takes a discount of everything', () => {
  expect(createdFields({ items: [line(100), line(-100)] })).toMatchObject({ total: 0, amountDue: 0 });
});

test('names each product once', () => {
  expect(productIds([serverLine, freeLine, serverLine, { productId: 'disk', quantity: 1 }])).toEqual([
    'server',
    'disk',
  ]);
});

describe('update', () => {
  const update = { invoiceId: 'invoice-1', items: [freeLine], dueDate: '2026-04-01', notes: null };
  const command = { request: update, actor };

  test('replaces the content of a draft and nothing else', () => {
    const draft = anInvoice({ status: 'DRAFT', currency: 'EUR' });
    expect(updateDraft({ invoice: draft, products: new Map() }, command)).toEqual({
      writes: [
        {
          op: 'update',
          path: 'invoices/invoice-1',
          fields: {
            items: [{ productId: null, ...freeLine, taxRate: 20, taxAmount: 2_000, total: 12_000 }],
            subtotal: 10_000,
            taxRate: 20,
            taxes: [{ rate: 20, base: 10_000, amount: 2_000 }],
            taxTotal: 2_000,
            total: 12_000,
            amountDue: 12_000,
            dueDate: startOfDay('2026-04-01'),
            notes: null,
          },
        },
        {
          op: 'create',
          path: 'auditLog/audit-1',
          fields: {
            actorId: 'finance-1',
            actorRole: 'finance',
            action: 'invoice.update',
            subject: 'invoices/invoice-1',
            reason: null,
          },
        },
      ],
      result: { invoiceId: 'invoice-1' },
    });
  });

  test('prices products in the currency that the draft has', () => {
    const documents = {
      invoice: anInvoice({ status: 'DRAFT', currency: 'EUR' }),
      products: new Map([['server', aProduct({ currency: 'TRY' })]]),
    };
    expect(
      thrownBy(() => updateDraft(documents, { request: { ...update, items: [serverLine] }, actor })),
    ).toMatchObject({ code: 'CURRENCY_MISMATCH' });
  });

  test.each([
    ['no invoice', null, 'INVOICE_NOT_FOUND'],
    ['an issued one', anInvoice(), 'INVOICE_NOT_DRAFT'],
    ['a cancelled one', anInvoice({ status: 'CANCELLED' }), 'INVOICE_CANCELLED'],
  ])('refuses %s', (_edge, invoice, code) => {
    expect(thrownBy(() => updateDraft({ invoice, products: new Map() }, command))).toMatchObject({ code });
  });
});
