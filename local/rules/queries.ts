import { invoiceStatus } from '../../functions/src/schema/invoice';
import { EPOCH } from './world';

export interface Filter {
  field: string;
  op: '==' | '>' | '>=' | '<' | '<=' | 'in' | 'array-contains' | 'array-contains-any';
  value: unknown;
  /** The rules refuse the query without this filter. */
  proof?: true;
}

/** One query of the code. The composite indexes follow from this list, and rules are tested with it. */
export interface QueryShape {
  label: string;
  /** Whose browser asks; the server's queries pass no rules. */
  by: 'owner' | 'member' | 'finance' | 'server';
  collection: string;
  /** Everybody who is signed in may ask it. */
  isOfAll?: true;
  where: Filter[];
  orderBy?: { field: string; direction: 'asc' | 'desc' };
}

const newestFirst = { field: 'createdAt', direction: 'desc' } as const;
const equal = (field: string, value: unknown): Filter => ({ field, op: '==', value });

const ofOwner: Filter = { ...equal('userId', 'owner'), proof: true };
const ofOrganization: Filter = { ...equal('organizationId', 'organization'), proof: true };
const issued: Filter = { field: 'issueDate', op: '>', value: EPOCH, proof: true };
const numbersFrom = (beginning: string): Filter[] => [
  { field: 'invoiceNumber', op: '>=', value: beginning },
  { field: 'invoiceNumber', op: '<=', value: `${beginning}\uf8ff` },
];
const forInvoices = (...invoiceIds: string[]): Filter => ({
  field: 'invoiceIds',
  op: 'array-contains-any',
  value: invoiceIds,
});
/** Of a refund that nobody refused. */
const unrefused: Filter = { ...equal('failure', null), proof: true };
const ofPayments = (...paymentIds: string[]): Filter => ({ field: 'paymentId', op: 'in', value: paymentIds });

/**
 * The portal's list of invoices: whose, of which statuses, and in which order. By number, the number is the order. A
 * period narrows the range that the rules ask for anyway, and needs no index of its own.
 */
function invoiceSearch(): QueryShape[] {
  const accounts = [
    { who: 'a customer: own invoices', by: 'owner', where: [ofOwner, equal('organizationId', null)] },
    { who: 'a member: invoices of the organization', by: 'member', where: [ofOrganization] },
  ] as const;
  const tabs: { which: string; where: Filter[] }[] = [
    { which: '', where: [] },
    { which: ' to pay', where: [{ field: 'status', op: 'in', value: ['PENDING', 'PARTIAL', 'OVERDUE'] }] },
  ];
  const inNovember: Filter[] = [
    { field: 'issueDate', op: '>=', value: new Date('2026-10-31T21:00:00Z'), proof: true },
    { field: 'issueDate', op: '<', value: new Date('2026-11-30T21:00:00Z') },
  ];
  const orders: { how: string; where: Filter[]; orderBy: QueryShape['orderBy'] }[] = [
    { how: 'newest issue first', where: [issued], orderBy: { field: 'issueDate', direction: 'desc' } },
    { how: 'oldest issue first', where: [issued], orderBy: { field: 'issueDate', direction: 'asc' } },
    { how: 'first due first', where: [issued], orderBy: { field: 'dueDate', direction: 'asc' } },
    { how: 'last due first', where: [issued], orderBy: { field: 'dueDate', direction: 'desc' } },
    {
      how: 'by the beginning of their number',
      where: [issued, ...numbersFrom('HYB-2026')],
      orderBy: { field: 'invoiceNumber', direction: 'desc' },
    },
    {
      how: 'of a month, first due first',
      where: inNovember,
      orderBy: { field: 'dueDate', direction: 'asc' },
    },
  ];
  return accounts.flatMap(({ who, by, where }) =>
    tabs.flatMap(({ which, where: status }) =>
      orders.map(({ how, where: ranges, orderBy }) => ({
        label: `${who}${which}, ${how}`,
        by,
        collection: 'invoices',
        where: [...where, ...status, ...ranges],
        orderBy,
      })),
    ),
  );
}

const portal: QueryShape[] = [
  ...invoiceSearch(),
  {
    label: 'a customer: payments for invoices, newest first',
    by: 'owner',
    collection: 'payments',
    where: [ofOwner, forInvoices('personal', 'another')],
    orderBy: newestFirst,
  },
  {
    label: 'a member: payments for invoices of the organization, newest first',
    by: 'member',
    collection: 'payments',
    where: [ofOrganization, forInvoices('shared', 'another')],
    orderBy: newestFirst,
  },
  {
    label: 'a customer: own payments, newest first',
    by: 'owner',
    collection: 'payments',
    where: [ofOwner, equal('organizationId', null), equal('partOf', null)],
    orderBy: newestFirst,
  },
  {
    label: 'a member: payments of the organization, newest first',
    by: 'member',
    collection: 'payments',
    where: [ofOrganization, equal('partOf', null)],
    orderBy: newestFirst,
  },
  {
    label: 'a customer: what is held of own wallets',
    by: 'owner',
    collection: 'payments',
    where: [ofOwner, equal('gateway', 'wallet'), equal('status', 'PENDING')],
  },
  {
    label: 'a customer: refunds of payments',
    by: 'owner',
    collection: 'refunds',
    where: [ofOwner, unrefused, ofPayments('personal', 'another')],
  },
  {
    label: 'a member: refunds of payments of the organization',
    by: 'member',
    collection: 'refunds',
    where: [ofOrganization, unrefused, ofPayments('shared', 'another')],
  },
  {
    label: 'a customer: credit notes of an invoice',
    by: 'owner',
    collection: 'creditNotes',
    where: [ofOwner, equal('invoiceId', 'personal')],
  },
  {
    label: 'a member: credit notes of an invoice of the organization',
    by: 'member',
    collection: 'creditNotes',
    where: [ofOrganization, equal('invoiceId', 'shared')],
  },
  {
    label: 'a customer: kept payment methods',
    by: 'owner',
    collection: 'paymentMethods',
    where: [ofOwner, equal('removedAt', null)],
  },
  {
    label: 'a customer: own subscriptions, newest first',
    by: 'owner',
    collection: 'subscriptions',
    where: [ofOwner, equal('organizationId', null)],
    orderBy: newestFirst,
  },
  {
    label: 'a member: subscriptions of the organization, newest first',
    by: 'member',
    collection: 'subscriptions',
    where: [ofOrganization],
    orderBy: newestFirst,
  },
  {
    label: 'a customer: attempts to collect of an own subscription, newest first',
    by: 'owner',
    collection: 'subscriptions/personal/dunningAttempts',
    where: [],
    orderBy: { field: 'attemptNumber', direction: 'desc' },
  },
  {
    label: 'a customer: invoices of an own subscription, newest issue first',
    by: 'owner',
    collection: 'invoices',
    where: [equal('subscriptionId', 'personal'), ofOwner, issued],
    orderBy: { field: 'issueDate', direction: 'desc' },
  },
  {
    label: 'a member: invoices of a subscription of the organization, newest issue first',
    by: 'member',
    collection: 'invoices',
    where: [equal('subscriptionId', 'shared'), ofOrganization, issued],
    orderBy: { field: 'issueDate', direction: 'desc' },
  },
  {
    label: 'a customer: plans on sale, the cheapest first',
    by: 'owner',
    collection: 'plans',
    isOfAll: true,
    where: [equal('isActive', true)],
    orderBy: { field: 'price', direction: 'asc' },
  },
  { label: 'a customer: own wallets', by: 'owner', collection: 'wallets', where: [ofOwner] },
  {
    label: 'a customer: entries of an own wallet, newest first',
    by: 'owner',
    collection: 'wallets/owner_TRY/entries',
    where: [],
    orderBy: newestFirst,
  },
];

const newestReceived = { field: 'receivedAt', direction: 'desc' } as const;

/** The console's list of payments: everything, by status, by gateway, by both. */
function filteredPayments(): QueryShape[] {
  const status = equal('status', 'SUCCEEDED');
  const gateway = equal('gateway', 'stripe');
  return [[], [status], [gateway], [status, gateway]].map((filters) => ({
    label: `finance: payments by ${filters.map(({ field }) => field).join(' and ') || 'nothing'}, newest first`,
    by: 'finance',
    collection: 'payments',
    where: [equal('partOf', null), ...filters],
    orderBy: newestFirst,
  }));
}

const finance: QueryShape[] = [
  {
    label: 'finance: kept payment methods of a customer',
    by: 'finance',
    collection: 'paymentMethods',
    where: [equal('userId', 'owner'), equal('removedAt', null)],
  },
  {
    label: 'finance: invoices, newest first',
    by: 'finance',
    collection: 'invoices',
    where: [],
    orderBy: newestFirst,
  },
  {
    label: 'finance: invoices of one status, newest first',
    by: 'finance',
    collection: 'invoices',
    where: [equal('status', 'PENDING')],
    orderBy: newestFirst,
  },
  {
    label: 'finance: payments for an invoice, newest first',
    by: 'finance',
    collection: 'payments',
    where: [forInvoices('personal', 'another')],
    orderBy: newestFirst,
  },
  ...filteredPayments(),
  {
    label: 'finance: refunds of a payment',
    by: 'finance',
    collection: 'refunds',
    where: [equal('paymentId', 'personal')],
  },
  {
    label: 'finance: refunds of several payments',
    by: 'finance',
    collection: 'refunds',
    where: [ofPayments('personal', 'another')],
  },
  {
    label: 'finance: credit notes of an invoice',
    by: 'finance',
    collection: 'creditNotes',
    where: [equal('invoiceId', 'personal')],
  },
  {
    label: 'finance: what the gateway told of a payment, newest first',
    by: 'finance',
    collection: 'gatewayEvents',
    where: [equal('paymentId', 'personal')],
    orderBy: newestReceived,
  },
  {
    label: 'finance: events of gateways, newest first',
    by: 'finance',
    collection: 'gatewayEvents',
    where: [],
    orderBy: newestReceived,
  },
  {
    label: 'finance: events of gateways by outcome, newest first',
    by: 'finance',
    collection: 'gatewayEvents',
    where: [equal('outcome', 'APPLIED')],
    orderBy: newestReceived,
  },
  {
    label: 'finance: plans by name',
    by: 'finance',
    collection: 'plans',
    where: [],
    orderBy: { field: 'name', direction: 'asc' },
  },
  {
    label: 'finance: subscriptions that wait for money, the most urgent first',
    by: 'finance',
    collection: 'subscriptions',
    where: [{ field: 'status', op: 'in', value: ['PAST_DUE', 'SUSPENDED'] }],
    orderBy: { field: 'nextActionAt', direction: 'asc' },
  },
  {
    label: 'finance: subscriptions, newest first',
    by: 'finance',
    collection: 'subscriptions',
    where: [],
    orderBy: newestFirst,
  },
  {
    label: 'finance: subscriptions by status, newest first',
    by: 'finance',
    collection: 'subscriptions',
    where: [equal('status', 'ACTIVE')],
    orderBy: newestFirst,
  },
  {
    label: 'finance: subscriptions of a customer, newest first',
    by: 'finance',
    collection: 'subscriptions',
    where: [equal('userId', 'owner')],
    orderBy: newestFirst,
  },
  {
    label: 'finance: events that failed and wait for somebody, newest first',
    by: 'finance',
    collection: 'gatewayEvents',
    where: [equal('outcome', 'FAILED'), equal('acknowledgement', null)],
    orderBy: newestReceived,
  },
  {
    label: 'finance: differences by status, newest first',
    by: 'finance',
    collection: 'differences',
    where: [equal('status', 'OPEN')],
    orderBy: newestFirst,
  },
  {
    label: 'finance: lines of bank statements by status, newest booking first',
    by: 'finance',
    collection: 'bankTransactions',
    where: [equal('status', 'OPEN')],
    orderBy: { field: 'bookedOn', direction: 'desc' },
  },
  {
    label: 'finance: events that failed and wait for somebody, to count them',
    by: 'finance',
    collection: 'gatewayEvents',
    where: [equal('outcome', 'FAILED'), equal('acknowledgement', null)],
  },
  {
    label: 'finance: open differences, to count them',
    by: 'finance',
    collection: 'differences',
    where: [equal('status', 'OPEN')],
  },
  {
    label: 'finance: open lines of bank statements, to count them',
    by: 'finance',
    collection: 'bankTransactions',
    where: [equal('status', 'OPEN')],
  },
  {
    label: 'finance: open invoices of an amount',
    by: 'finance',
    collection: 'invoices',
    where: [
      equal('amountDue', 12_000),
      equal('currency', 'TRY'),
      { field: 'status', op: 'in', value: ['PENDING', 'PARTIAL', 'OVERDUE'] },
    ],
  },
  {
    label: 'finance: invoices by the beginning of their number',
    by: 'finance',
    collection: 'invoices',
    where: numbersFrom('HYB'),
    orderBy: { field: 'invoiceNumber', direction: 'desc' },
  },
  {
    label: 'finance: customers by name',
    by: 'finance',
    collection: 'users',
    where: [],
    orderBy: { field: 'displayName', direction: 'asc' },
  },
  {
    label: 'finance: customers by e-mail address',
    by: 'finance',
    collection: 'users',
    where: [],
    orderBy: { field: 'email', direction: 'asc' },
  },
  {
    label: 'finance: products on sale in a currency, by name',
    by: 'finance',
    collection: 'products',
    where: [equal('isActive', true), equal('currency', 'TRY')],
    orderBy: { field: 'name', direction: 'asc' },
  },
  {
    label: 'finance: what was done to a document, newest first',
    by: 'finance',
    collection: 'auditLog',
    where: [equal('subject', 'invoices/personal')],
    orderBy: newestFirst,
  },
];

/** `invoice.list`: whose invoices, of one status or of all; staff by creation, customers by issue and no drafts. */
const invoiceList = [
  [],
  [equal('userId', 'owner')],
  [equal('organizationId', 'organization')],
  [equal('userId', 'owner'), equal('organizationId', 'organization')],
].flatMap((whose) =>
  [[], [equal('status', invoiceStatus.enum.PENDING)]].flatMap((status): QueryShape[] => {
    const filters = [...whose, ...status];
    const fields = filters.map((filter) => filter.field).join(' and ') || 'nothing';
    const asStaff: QueryShape = {
      label: `invoice.list for staff, by ${fields}`,
      by: 'server',
      collection: 'invoices',
      where: filters,
      orderBy: newestFirst,
    };
    const asCustomer: QueryShape = {
      label: `invoice.list for a customer, by ${fields}`,
      by: 'server',
      collection: 'invoices',
      where: [...filters, issued],
      orderBy: { field: 'issueDate', direction: 'desc' },
    };
    return whose.length === 0 ? [asStaff] : [asStaff, asCustomer];
  }),
);

/** `finance.importBankStatement`: the invoices that a statement's lines may pay. */
const bankMatching: QueryShape[] = [
  {
    label: 'import of a bank statement: invoices whose numbers are written',
    by: 'server',
    collection: 'invoices',
    where: [{ field: 'invoiceNumber', op: 'in', value: ['HYB-202611-0042', 'HYB-202611-0043'] }],
  },
  {
    label: 'import of a bank statement: open invoices of an amount',
    by: 'server',
    collection: 'invoices',
    where: [
      equal('amountDue', 12_000),
      equal('currency', 'TRY'),
      { field: 'status', op: 'in', value: ['PENDING', 'PARTIAL', 'OVERDUE'] },
    ],
  },
];

/** What the clock starts: sweeps read what is due, reconciliation the payments of a day. */
const byTheClock: QueryShape[] = [
  {
    label: 'overdue sweep: open invoices whose due date has passed, the latest last',
    by: 'server',
    collection: 'invoices',
    where: [
      { field: 'status', op: 'in', value: ['PENDING', 'PARTIAL'] },
      { field: 'dueDate', op: '<', value: EPOCH },
    ],
    orderBy: { field: 'dueDate', direction: 'asc' },
  },
  {
    label: 'sweep of subscriptions: those whose time has come, the latest last',
    by: 'server',
    collection: 'subscriptions',
    where: [{ field: 'nextActionAt', op: '<=', value: EPOCH }],
    orderBy: { field: 'nextActionAt', direction: 'asc' },
  },
  {
    label: 'sweep of orders that Stripe has not answered, the latest last',
    by: 'server',
    collection: 'subscriptions',
    where: [{ field: 'stripe.order.orderedAt', op: '<=', value: EPOCH }],
    orderBy: { field: 'stripe.order.orderedAt', direction: 'asc' },
  },
  {
    label: 'another default card: what of its owner waits for money',
    by: 'server',
    collection: 'subscriptions',
    where: [equal('userId', 'owner'), { field: 'status', op: 'in', value: ['PAST_DUE', 'SUSPENDED'] }],
  },
  {
    label: 'another default card: what of its owner runs, and may be billed by Stripe',
    by: 'server',
    collection: 'subscriptions',
    where: [
      equal('userId', 'owner'),
      { field: 'status', op: 'in', value: ['ACTIVE', 'PAST_DUE', 'SUSPENDED'] },
    ],
  },
  {
    label: 'warnings of expiry: cards that are kept, of a month',
    by: 'server',
    collection: 'paymentMethods',
    where: [equal('expYear', 2026), equal('expMonth', 11), equal('removedAt', null)],
  },
  {
    label: 'warnings of expiry: what its owner pays with a card',
    by: 'server',
    collection: 'subscriptions',
    where: [equal('userId', 'owner'), { field: 'status', op: 'in', value: ['ACTIVE', 'PAST_DUE'] }],
  },
  {
    label: 'mails to be sent again, or left behind by their sender',
    by: 'server',
    collection: 'mail',
    where: [
      { field: 'delivery.state', op: 'in', value: ['RETRY', 'PROCESSING'] },
      { field: 'delivery.leaseExpireTime', op: '<=', value: EPOCH },
    ],
    orderBy: { field: 'delivery.leaseExpireTime', direction: 'asc' },
  },
  {
    label: 'hourly check: payments whose news is overdue, the latest last',
    by: 'server',
    collection: 'payments',
    where: [{ field: 'nextCheckAt', op: '<=', value: EPOCH }],
    orderBy: { field: 'nextCheckAt', direction: 'asc' },
  },
  {
    label: "reconciliation: payments that a gateway's report names",
    by: 'server',
    collection: 'payments',
    where: [equal('gateway', 'stripe'), { field: 'gatewayPaymentId', op: 'in', value: ['pi_1', 'pi_2'] }],
  },
  {
    label: 'reconciliation: payments of a gateway that were settled on a day',
    by: 'server',
    collection: 'payments',
    where: [
      equal('gateway', 'stripe'),
      { field: 'status', op: 'in', value: ['SUCCEEDED', 'REFUNDED'] },
      { field: 'processedAt', op: '>=', value: EPOCH },
      { field: 'processedAt', op: '<', value: EPOCH },
    ],
  },
];

/** `payment.methods` and `payment.detachMethod`. */
const keptMethods: QueryShape[] = [
  {
    label: 'payment.methods: the cards that are recorded as kept',
    by: 'server',
    collection: 'paymentMethods',
    where: [equal('userId', 'owner'), equal('removedAt', null)],
  },
  {
    label: 'payment.detachMethod: unanswered charges of a card',
    by: 'server',
    collection: 'payments',
    where: [equal('paymentMethodId', 'visa'), equal('status', 'PENDING')],
  },
  {
    label: 'payment.detachMethod: subscriptions that are paid by card',
    by: 'server',
    collection: 'subscriptions',
    where: [equal('userId', 'owner'), equal('paymentWay.kind', 'CARD')],
  },
];

/** Every query that the web app and the functions make; a new one belongs here. */
export const queries: readonly QueryShape[] = [
  ...portal,
  ...finance,
  ...invoiceList,
  ...bankMatching,
  ...keptMethods,
  ...byTheClock,
];
