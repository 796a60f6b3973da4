import { testKeys } from '../testing/environment';
import { randomUUID } from 'node:crypto';
import { invoice, payment } from '../index';
import { firestore } from '../platform/firestore';
import { paths } from '../schema/paths';
import type { Payment } from '../schema/payment';
import { call, finance, refusal, signedIn } from '../testing/calls';
import { changes, dump, inCollection } from '../testing/documents';
import { anIdentity, anOrganization, aUser } from '../testing/factories';
import {
  aCustomer,
  aDraft,
  anIssuedInvoice,
  aPendingPayment,
  checkEverything,
  seed,
  storedPayment,
} from '../testing/world';

/** Both gateways are down here (`testing/environment.ts`); the whole way to them is in `local/flows`. */
const db = firestore();
afterEach(checkEverything);

const checkout = (uid: string, invoiceId: string, wish: object = {}) =>
  call(payment.checkout, { attemptId: randomUUID(), invoiceIds: [invoiceId], ...wish }, signedIn(uid));

test('a gateway that is down: the intent is stored, the answer unknown, nothing else changed', async () => {
  const uid = await aCustomer();
  const invoiceId = await anIssuedInvoice(uid);
  const before = await dump(db);
  const refused = await refusal(checkout(uid, invoiceId));
  expect(refused).toMatchObject({ status: 'unavailable', code: 'GATEWAY_RESULT_UNKNOWN' });

  const after = await dump(db);
  const [path = '', ...others] = Object.keys(changes(before, after)).filter(
    (changed) => !changed.startsWith('auditLog/'),
  );
  expect(others).toEqual([]);
  expect(after.get(path)).toMatchObject({
    userId: uid,
    gateway: 'paytr',
    status: 'PENDING',
    amount: 12_000,
    currency: 'TRY',
    invoiceIds: [invoiceId],
    checkout: null,
    isTest: true,
  });
});

describe('who and what is refused, before any payment is stored', () => {
  let owner: string;
  let issued: string;
  beforeAll(async () => {
    owner = await aCustomer();
    issued = await anIssuedInvoice(owner);
  });

  async function unchanged<T>(attempt: Promise<T>) {
    const before = await dump(db);
    const refused = await refusal(attempt);
    expect(changes(before, await dump(db))).toEqual({});
    return refused;
  }

  test('nobody', async () => {
    const attempt = call(payment.checkout, { attemptId: randomUUID(), invoiceIds: [issued] }, undefined);
    expect(await unchanged(attempt)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('somebody else’s invoice looks like none', async () => {
    const stranger = await aCustomer();
    const foreign = await unchanged(checkout(stranger, issued));
    const missing = await unchanged(checkout(stranger, 'none'));
    expect(foreign).toMatchObject({ status: 'not-found', code: 'INVOICE_NOT_FOUND' });
    expect({ ...foreign, facts: {} }).toEqual({ ...missing, facts: {} });
  });

  test('a member of staff cannot pay for a customer', async () => {
    await seed(db, { 'users/finance-1': aUser() });
    const attempt = call(payment.checkout, { attemptId: randomUUID(), invoiceIds: [issued] }, finance);
    expect(await unchanged(attempt)).toMatchObject({ code: 'INVOICE_NOT_FOUND' });
  });

  test('a caller without a profile', async () => {
    expect(await unchanged(checkout('nobody', issued))).toMatchObject({ code: 'USER_NOT_FOUND' });
  });

  test('a draft', async () => {
    const draft = await aDraft(owner);
    expect(await unchanged(checkout(owner, draft))).toMatchObject({ code: 'INVOICE_NOT_ISSUED' });
  });

  test('a cancelled invoice', async () => {
    const invoiceId = await anIssuedInvoice(owner);
    await call(invoice.cancel, { invoiceId, reason: 'r' }, finance);
    expect(await unchanged(checkout(owner, invoiceId))).toMatchObject({ code: 'INVOICE_CANCELLED' });
  });

  test('an invoice over nothing is paid already', async () => {
    const items = [{ description: 'Hediye', quantity: 1, unitPrice: 0 as never }];
    const invoiceId = await anIssuedInvoice(owner, { items });
    expect(await unchanged(checkout(owner, invoiceId))).toMatchObject({ code: 'INVOICE_ALREADY_PAID' });
  });

  test('an invoice whose money is on its way', async () => {
    const invoiceId = await anIssuedInvoice(owner);
    const paymentId = await aPendingPayment(owner, invoiceId, { status: 'PROCESSING', checkout: null });
    await db.doc(`invoices/${invoiceId}`).update({ processingPaymentIds: [paymentId] });
    expect(await unchanged(checkout(owner, invoiceId))).toMatchObject({ code: 'PAYMENT_PROCESSING' });
  });

  test('a currency that the wished gateway cannot take', async () => {
    const invoiceId = await anIssuedInvoice(owner, { currency: 'JPY' });
    expect(await unchanged(checkout(owner, invoiceId, { gateway: 'paytr' }))).toMatchObject({
      code: 'CURRENCY_UNSUPPORTED',
    });
  });

  test.each(['PAYTR_MERCHANT_ID', 'PAYTR_MERCHANT_KEY', 'PAYTR_MERCHANT_SALT'] as const)(
    'a gateway whose %s is empty',
    async (name) => {
      process.env[name] = '';
      try {
        expect(await unchanged(checkout(owner, issued))).toMatchObject({ code: 'GATEWAY_NOT_CONFIGURED' });
      } finally {
        process.env[name] = testKeys[name];
      }
    },
  );

  test.each([
    { attemptId: 'x' },
    { invoiceId: 'a/b' },
    { gateway: 'wallet' },
    { maxInstallment: 13 },
    { amount: 0 },
    { amount: 0.5 },
    { invoiceIds: [] },
    { useWallet: 'yes' },
    { currency: 'TRY' },
  ])('a request with %p', async (change) => {
    expect(await unchanged(checkout(owner, issued, change))).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

test('an attempt id that another customer used is another payment', async () => {
  const attemptId = randomUUID();
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const uid = await aCustomer();
      await refusal(checkout(uid, await anIssuedInvoice(uid), { attemptId }));
      return uid;
    }),
  );
  const payments = inCollection<Payment>(await dump(db), 'payments/*').filter(({ userId }) =>
    ids.includes(userId),
  );
  expect(payments).toHaveLength(2);
});

test('an attempt id used for another invoice is refused', async () => {
  const attemptId = randomUUID();
  const uid = await aCustomer();
  await refusal(checkout(uid, await anIssuedInvoice(uid), { attemptId }));
  expect(await refusal(checkout(uid, await anIssuedInvoice(uid), { attemptId }))).toMatchObject({
    code: 'PAYMENT_FINISHED',
  });
});

test('a member pays for the organization', async () => {
  const [owner, member] = [await aCustomer(), await aCustomer({ organizationIds: ['org-1'] })];
  await seed(db, { 'organizations/org-1': anOrganization({ ownerId: owner, memberIds: [owner, member] }) });
  const invoiceId = await anIssuedInvoice(owner, { organizationId: 'org-1' });
  expect(await refusal(checkout(member, invoiceId))).toMatchObject({ code: 'GATEWAY_RESULT_UNKNOWN' });
  const [stored] = inCollection<Payment>(await dump(db), 'payments/*').filter(({ invoiceIds }) =>
    invoiceIds.includes(invoiceId),
  );
  expect(stored).toMatchObject({ userId: member, organizationId: 'org-1' });
});

test('an amount that Stripe cannot charge ends the payment at once', async () => {
  const uid = await aCustomer({ country: 'KW', currency: 'KWD' });
  const items = [{ description: 'x', quantity: 1, unitPrice: 1_001 as never, taxRate: 0 }];
  await seed(db, { [paths.gatewayIdentity(uid)]: anIdentity() });
  const invoiceId = await anIssuedInvoice(uid, { items });
  expect(await refusal(checkout(uid, invoiceId))).toMatchObject({ code: 'CURRENCY_UNSUPPORTED' });
  const [stored] = inCollection<Payment>(await dump(db), 'payments/*').filter(({ userId }) => userId === uid);
  expect(await storedPayment(stored?.id ?? '')).toMatchObject({ status: 'FAILED', failureReason: 'OUTAGE' });
});
