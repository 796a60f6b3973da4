import type { Filter } from './queries';
import { EPOCH, type RoleName, roles } from './world';

/** In this order the letters of a cell stand: `gl---` may get and list, and write nothing. */
export const operations = ['get', 'list', 'create', 'update', 'delete'] as const;
const isCell = (text = '') => /^[g-][l-][c-][u-][d-]$/.test(text);

/** Who may do what with one document, and with a new one beside it. */
export interface Row {
  path: string;
  /** The query that would list the document; everybody asks the same. */
  find: Filter[];
  cells: Record<RoleName, string>;
  /** The document to create; its content is that of `path`. */
  create: string;
  /** The uid that plays the owner. */
  owner: string;
}

const where = (field: string, value: unknown): Filter => ({ field, op: '==', value });
const own = where('userId', 'owner');
const shared = where('organizationId', 'organization');
const issued: Filter = { field: 'issueDate', op: '>', value: EPOCH };
const draft = where('issueDate', null);
const unrefused = where('failure', null);
const refused = where('status', 'FAILED');

/** `cells` in the order of `roles`. */
function row(path: string, find: Filter[], cells: string, more: Partial<Row> = {}): Row {
  const letters = cells.split(' ');
  if (letters.length !== roles.length || !letters.every(isCell)) throw new Error(`${path}: ${cells}`);
  return {
    path,
    find,
    cells: Object.fromEntries(roles.map((role, at) => [role, letters[at]])) as Row['cells'],
    create: `${path.slice(0, path.lastIndexOf('/'))}/new`,
    owner: 'owner',
    ...more,
  };
}

/**
 * The whole of firestore.rules in one table. `owner` owns what is personal and belongs to no organization;
 * `member` belongs to the organization that shares the rest, made out to a third person; `stranger` is signed in
 * and has neither.
 */
export const matrix: readonly Row[] = [
  //                                                     anonymous stranger owner member finance admin
  row('users/owner', [], '----- ----- g--u- ----- gl--- gl---'),
  row('users/newcomer', [], '----- ----- g-c-- ----- gl--- gl---', {
    create: 'users/newcomer',
    owner: 'newcomer',
  }),
  row('users/owner/private/gateway', [], '----- ----- ----- ----- ----- -----'),
  row('organizations/organization', [], '----- ----- ----- g---- gl--- gl---'),

  row('products/active', [where('isActive', true)], '----- gl--- gl--- gl--- gl--- gl---'),
  row('products/retired', [where('isActive', false)], '----- ----- ----- ----- gl--- gl---'),
  row('plans/active', [where('isActive', true)], '----- gl--- gl--- gl--- gl--- gl---'),
  row('plans/retired', [where('isActive', false)], '----- gl--- gl--- gl--- gl--- gl---'),

  row('invoices/personal', [own, issued], '----- ----- gl--- ----- gl--- gl---'),
  row('invoices/personal-draft', [own, draft], '----- ----- ----- ----- gl--- gl---'),
  row('invoices/shared', [shared, issued], '----- ----- ----- gl--- gl--- gl---'),
  row('invoices/shared-draft', [shared, draft], '----- ----- ----- ----- gl--- gl---'),
  row('invoices/personal/notes/unknown', [own], '----- ----- ----- ----- ----- -----'),
  row('payments/personal', [own], '----- ----- gl--- ----- gl--- gl---'),
  row('payments/shared', [shared], '----- ----- ----- gl--- gl--- gl---'),
  row('refunds/personal', [own, unrefused], '----- ----- gl--- ----- gl--- gl---'),
  row('refunds/personal-refused', [own, refused], '----- ----- ----- ----- gl--- gl---'),
  row('refunds/shared', [shared, unrefused], '----- ----- ----- gl--- gl--- gl---'),
  row('creditNotes/personal', [own], '----- ----- gl--- ----- gl--- gl---'),
  row('creditNotes/shared', [shared], '----- ----- ----- gl--- gl--- gl---'),
  row('subscriptions/personal', [own], '----- ----- gl--- ----- gl--- gl---'),
  row('subscriptions/shared', [shared], '----- ----- ----- gl--- gl--- gl---'),
  row('subscriptions/personal/dunningAttempts/1', [], '----- ----- gl--- ----- gl--- gl---'),
  row('subscriptions/shared/dunningAttempts/1', [], '----- ----- ----- gl--- gl--- gl---'),
  row('trials/user_owner', [own], '----- ----- gl--- ----- gl--- gl---'),
  row('trials/organization_organization', [shared], '----- ----- ----- gl--- gl--- gl---'),
  row('paymentMethods/visa', [own], '----- ----- gl--- ----- gl--- gl---'),
  row('wallets/owner_TRY', [own], '----- ----- gl--- ----- gl--- gl---', { create: 'wallets/owner_EUR' }),
  row('wallets/owner_TRY/entries/first', [], '----- ----- gl--- ----- gl--- gl---'),

  row('auditLog/entry', [], '----- ----- ----- ----- gl--- gl---'),
  row('bankTransactions/transfer', [where('status', 'OPEN')], '----- ----- ----- ----- gl--- gl---'),
  row('differences/amount', [where('status', 'OPEN')], '----- ----- ----- ----- gl--- gl---'),
  row('counters/invoiceNumber', [], '----- ----- ----- ----- gl--- gl---'),
  row('crmLinks/owner', [own], '----- ----- ----- ----- gl--- gl---'),
  row('events/paid', [own], '----- ----- ----- ----- gl--- gl---'),
  row('expenses/rent', [], '----- ----- ----- ----- gl--- gl---'),
  row('gatewayCache/paytrInstallmentRates', [], '----- ----- ----- ----- ----- -----'),
  row('gatewayEvents/stripe_evt', [], '----- ----- ----- ----- gl--- gl---'),
  row('journal/entry', [], '----- ----- ----- ----- gl--- gl---'),
  row('mail/welcome', [where('to', 'owner@example.com')], '----- ----- ----- ----- gl--- gl---'),
  row('secrets/unknown', [own], '----- ----- ----- ----- ----- -----'),
];
