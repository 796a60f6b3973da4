import type { Address, User } from '../../functions/src/schema/user';

/** Who asks; each but `anonymous` is also the uid. */
export const roles = ['anonymous', 'stranger', 'owner', 'member', 'finance', 'admin'] as const;
export type RoleName = (typeof roles)[number];

export const EPOCH = new Date(0);
const stamp = new Date('2026-11-02T09:00:00Z');
const stamps = { createdAt: stamp, updatedAt: stamp };

export const emailOf = (uid: string) => `${uid}@example.com`;

const address: Address = { line1: 'Example Street 1', line2: null, postalCode: '34000', city: 'Istanbul' };

/** A customer's valid profile. */
export const profile = (uid: string, organizationIds: string[] = []): User => ({
  email: emailOf(uid),
  displayName: 'Ada Example',
  country: 'TR',
  locale: 'tr',
  currency: 'TRY',
  taxId: '1234567890',
  taxOffice: 'Kadıköy',
  address,
  organizationIds,
  ...stamps,
});

/** `owner`'s own, belonging to no organization. */
const personal = { userId: 'owner', organizationId: null, ...stamps };
/** Another person's, for the organization that `member` belongs to. */
const shared = { userId: 'colleague', organizationId: 'organization', ...stamps };

/**
 * What lies in the database before each test: one document for every cell of the matrix. Only profiles are whole
 * documents; the rest hold the fields that rules and queries read.
 */
export const world: Readonly<Record<string, object>> = {
  'users/owner': profile('owner'),
  'users/stranger': profile('stranger', ['elsewhere']),
  'users/member': profile('member', ['elsewhere-too', 'organization']),
  'users/finance': profile('finance'),
  'users/admin': profile('admin'),
  'users/owner/private/gateway': {
    stripeCustomerId: 'cus_example',
    paytrUserToken: null,
    defaultPaymentMethodId: 'visa',
    ...stamps,
  },
  'organizations/organization': {
    name: 'Example',
    ownerId: 'colleague',
    memberIds: ['colleague', 'member'],
    ...stamps,
  },
  'products/active': { name: 'Server', currency: 'TRY', isActive: true, ...stamps },
  'products/retired': { name: 'Old server', currency: 'TRY', isActive: false, ...stamps },
  'plans/active': { name: 'Monthly', price: 10_000, isActive: true, ...stamps },
  'plans/retired': { name: 'Old monthly', price: 9_000, isActive: false, ...stamps },
  'invoices/personal': {
    ...personal,
    subscriptionId: 'personal',
    issueDate: stamp,
    dueDate: stamp,
    status: 'PENDING',
    invoiceNumber: 'HYB-202611-0007',
    amountDue: 12_000,
    currency: 'TRY',
  },
  'invoices/personal-draft': { ...personal, issueDate: null, status: 'DRAFT' },
  'invoices/shared': {
    ...shared,
    subscriptionId: 'shared',
    issueDate: stamp,
    dueDate: stamp,
    status: 'PENDING',
    invoiceNumber: 'HYB-202611-0008',
  },
  'invoices/shared-draft': { ...shared, issueDate: null, status: 'DRAFT' },
  'invoices/personal/notes/unknown': personal,
  'payments/personal': {
    ...personal,
    invoiceIds: ['personal'],
    gateway: 'stripe',
    status: 'SUCCEEDED',
    partOf: null,
  },
  'payments/personal-part': {
    ...personal,
    invoiceIds: ['personal'],
    gateway: 'wallet',
    status: 'PENDING',
    partOf: 'personal',
  },
  'payments/shared': { ...shared, invoiceIds: ['shared'], partOf: null },
  'refunds/personal': { ...personal, paymentId: 'personal', status: 'SUCCEEDED', failure: null },
  'refunds/personal-refused': {
    ...personal,
    paymentId: 'personal',
    status: 'FAILED',
    failure: { code: '010', message: 'Balance too low' },
  },
  'refunds/shared': { ...shared, paymentId: 'shared', status: 'SUCCEEDED', failure: null },
  'creditNotes/personal': { ...personal, invoiceId: 'personal' },
  'creditNotes/shared': { ...shared, invoiceId: 'shared' },
  'subscriptions/personal': { ...personal, status: 'PAST_DUE', nextActionAt: stamp },
  'subscriptions/shared': { ...shared, status: 'ACTIVE', nextActionAt: stamp },
  'subscriptions/personal/dunningAttempts/1': { attemptNumber: 1, ...stamps },
  'subscriptions/shared/dunningAttempts/1': { attemptNumber: 1, ...stamps },
  'trials/user_owner': personal,
  'trials/organization_organization': shared,
  'paymentMethods/visa': { userId: 'owner', removedAt: null, ...stamps },
  'wallets/owner_TRY': { userId: 'owner', currency: 'TRY', ...stamps },
  'wallets/owner_TRY/entries/first': { userId: 'owner', ...stamps },
  'bankTransactions/transfer': { payer: 'Ada Example', status: 'OPEN', bookedOn: stamp, ...stamps },
  'differences/amount': { status: 'OPEN', ...stamps },
  'counters/invoiceNumber': { last: 7, ...stamps },
  'gatewayCache/paytrInstallmentRates': { rates: {}, fetchedAt: stamp, ...stamps },
  'gatewayEvents/stripe_evt': { outcome: 'APPLIED', paymentId: 'personal', receivedAt: stamp, ...stamps },
  'gatewayEvents/stripe_evt_failed': {
    outcome: 'FAILED',
    paymentId: null,
    acknowledgement: null,
    receivedAt: stamp,
    ...stamps,
  },
  'journal/entry': { kind: 'PAYMENT_RECEIVED', ...stamps },
  'expenses/rent': { amount: 100, ...stamps },
  'mail/welcome': { to: emailOf('owner'), ...stamps },
  'crmLinks/owner': { userId: 'owner', ...stamps },
  'auditLog/entry': { actorId: 'finance', subject: 'invoices/personal', ...stamps },
  'events/paid': { userId: 'owner', ...stamps },
  'secrets/unknown': { userId: 'owner', ...stamps },
};
