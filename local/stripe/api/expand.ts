import type { Objects } from '../world';
import { invalidRequest } from './errors';

/** The stored object an id names, by its prefix. */
function find(objects: Objects, id: string): object | undefined {
  const stores: Record<string, Map<string, object>> = {
    ch: objects.charges,
    cs: objects.checkoutSessions,
    cus: objects.customers,
    du: objects.disputes,
    in: objects.invoices,
    inpay: objects.invoicePayments,
    pi: objects.paymentIntents,
    pm: objects.paymentMethods,
    py: objects.charges,
    prod: objects.products,
    pyr: objects.refunds,
    re: objects.refunds,
    seti: objects.setupIntents,
    sub: objects.subscriptions,
    txn: objects.balanceTransactions,
  };
  return stores[id.split('_')[0] ?? '']?.get(id);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function refuse(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
}

function expandPath(objects: Objects, value: unknown, parts: readonly string[], path: string): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => expandPath(objects, item, parts, path));
  const target = typeof value === 'string' ? find(objects, value) : value;
  if (!isObject(target)) throw refuse(path);
  const [field, ...rest] = parts;
  if (field === undefined) {
    if (typeof value !== 'string') throw refuse(path);
    return target;
  }
  if (field === 'line_items' && rest.length === 0 && target.object === 'checkout.session') {
    return { ...target, line_items: lineItemsOf(objects, String(target.id)) };
  }
  if (field === 'payments' && target.object === 'invoice') {
    const payments = paymentsOf(objects, String(target.id));
    return { ...target, payments: rest.length === 0 ? payments : expandPath(objects, payments, rest, path) };
  }
  if (!(field in target)) throw refuse(path);
  const inner = target[field];
  const isExpandedHere = rest.length === 0 && isObject(inner) && 'id' in inner;
  return isExpandedHere ? target : { ...target, [field]: expandPath(objects, inner, rest, path) };
}

/** The list object of a session's items: left out of a session unless asked for. */
export function lineItemsOf(objects: Objects, sessionId: string): object {
  return {
    object: 'list',
    data: objects.lineItems.get(sessionId) ?? [],
    has_more: false,
    url: `/v1/checkout/sessions/${sessionId}/line_items`,
  };
}

/** The list object of what pays an invoice: left out of an invoice unless asked for. */
function paymentsOf(objects: Objects, invoiceId: string): object {
  const payments = [...objects.invoicePayments.values()];
  return {
    object: 'list',
    data: payments.filter(({ invoice }) => invoice === invoiceId),
    has_more: false,
    url: '/v1/invoice_payments',
  };
}

const DEEPEST = 4;

/** Puts objects in place of the ids that `expand[]` names, to any depth (`latest_charge.balance_transaction`). */
export function expand(objects: Objects, answer: object, paths: readonly string[]): object {
  let expanded: unknown = answer;
  for (const path of paths) {
    const parts = path.split('.');
    if (parts.length > DEEPEST) {
      throw invalidRequest(`You cannot expand more than ${DEEPEST} levels of a property (${path}).`, {
        param: 'expand',
      });
    }
    expanded = expandPath(objects, expanded, parts, path);
  }
  return isObject(expanded) ? expanded : answer;
}
