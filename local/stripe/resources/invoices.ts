import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { invalidRequest, resourceMissing } from '../api/errors';
import { page } from '../api/pagination';
import { boolean, oneOf, paging, text } from '../api/parameters';
import { closePayment, markPaid, voidInvoice } from '../billing/invoice';
import { declinedInvoice, settled, tryToPay } from '../billing/pay-invoice';
import { requireUsable, resolvePaymentMethod } from '../payments/payment-method';
import { idOf, type Call } from '../world';

const missing = (id: string, param: string, status: 400 | 404 = 400) =>
  resourceMissing('invoice', id, param, status);

export function findInvoice(call: Call, id: string): Stripe.Invoice {
  const invoice = call.objects.invoices.get(id);
  if (!invoice) throw missing(id, 'id', 404);
  return invoice;
}

const payFields = {
  off_session: boolean().optional(),
  paid_out_of_band: boolean().optional(),
  payment_method: text().optional(),
};

function pay(call: Call, given: z.output<z.ZodObject<typeof payFields>>, id: string): Stripe.Invoice {
  const invoice = findInvoice(call, id);
  if (invoice.status === 'paid') throw invalidRequest('Invoice is already paid');
  if (invoice.status !== 'open') throw invalidRequest('This invoice can no longer be paid.');
  if (given.paid_out_of_band === true) {
    closePayment(call, id, 'canceled');
    const paid = markPaid(call, invoice);
    settled(call, paid);
    return paid;
  }
  const method =
    given.payment_method === undefined
      ? null
      : resolvePaymentMethod(call, given.payment_method, 'payment_method');
  if (method) requireUsable(call, method, idOf(invoice.customer));
  const result = tryToPay(call, invoice, 'merchant', method?.id ?? null);
  if (result.failure) throw declinedInvoice(result.failure, result.intent);
  return result.invoice;
}

const listFields = {
  ...paging,
  customer: text().optional(),
  status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void').optional(),
  subscription: text().optional(),
};

function list(call: Call, given: z.output<z.ZodObject<typeof listFields>>) {
  const { customer, status, subscription, ...request } = given;
  const found = [...call.objects.invoices.values()]
    .filter((invoice) => customer === undefined || invoice.customer === customer)
    .filter((invoice) => status === undefined || invoice.status === status)
    .filter(({ parent }) => {
      const id = idOf(parent?.subscription_details?.subscription);
      return subscription === undefined || id === subscription;
    })
    .toReversed();
  return page(found, request, '/v1/invoices', missing);
}

const paymentFields = {
  ...paging,
  invoice: text().optional(),
  payment: z
    .strictObject({ type: oneOf('payment_intent', 'charge'), payment_intent: text().optional() })
    .optional(),
};

function listPayments(call: Call, given: z.output<z.ZodObject<typeof paymentFields>>) {
  const { invoice, payment, ...request } = given;
  const found = [...call.objects.invoicePayments.values()]
    .filter((one) => invoice === undefined || one.invoice === invoice)
    .filter((one) => payment === undefined || one.payment.payment_intent === payment.payment_intent)
    .toReversed();
  return page(found, request, '/v1/invoice_payments', (id, param) =>
    resourceMissing('invoice_payment', id, param, 400),
  );
}

export const invoiceEndpoints: readonly Endpoint[] = [
  endpoint('get', '/invoices', listFields, list),
  endpoint('get', '/invoices/:id', {}, (call, _given, id) => findInvoice(call, id)),
  endpoint('post', '/invoices/:id/pay', payFields, pay),
  endpoint('post', '/invoices/:id/void', {}, (call, _given, id) => {
    const invoice = findInvoice(call, id);
    if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
      throw invalidRequest("You can only pass in open invoices. This invoice isn't open.");
    }
    return voidInvoice(call, invoice);
  }),
  endpoint('get', '/invoice_payments', paymentFields, listPayments),
];
