import { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { invalidRequest, resourceMissing } from '../api/errors';
import { page } from '../api/pagination';
import { integer, paging, text } from '../api/parameters';
import {
  attachPaymentMethod,
  detachPaymentMethod,
  renewCard,
  resolvePaymentMethod,
} from '../payments/payment-method';
import { idOf, type Call } from '../world';
import { findCustomer } from './customers';

const PARAM = 'payment_method';

interface ListRequest {
  type?: string | undefined;
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

function list(call: Call, customerId: string | undefined, { type, ...request }: ListRequest, url: string) {
  if (customerId !== undefined) findCustomer(call, customerId, 'customer');
  const methods = [...call.objects.paymentMethods.values()]
    .filter((method) => method.customer !== null && (type === undefined || method.type === type))
    .filter((method) => customerId === undefined || method.customer === customerId)
    .toReversed();
  return page(methods, request, url, (id, param) => resourceMissing('PaymentMethod', id, param, 400));
}

function detach(call: Call, id: string) {
  const method = resolvePaymentMethod(call, id, PARAM, 404);
  const customer = call.objects.customers.get(idOf(method.customer) ?? '');
  if (!customer) {
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
      { code: 'payment_method_unexpected_state', param: PARAM },
    );
  }
  return detachPaymentMethod(call, method, customer);
}

const expiryFields = {
  card: z.strictObject({ exp_month: integer(1).optional(), exp_year: integer(1970).optional() }).optional(),
};

function update(call: Call, id: string, { card }: z.output<z.ZodObject<typeof expiryFields>>) {
  const method = resolvePaymentMethod(call, id, PARAM, 404);
  if (method.customer === null) {
    throw invalidRequest('You must save this PaymentMethod to a customer before you can update it.', {
      param: PARAM,
    });
  }
  const renewed = renewCard(call, method, { month: card?.exp_month, year: card?.exp_year });
  call.emit('payment_method.updated', renewed, { card: method.card });
  return renewed;
}

const listFields = { ...paging, type: text().optional() };

export const paymentMethodEndpoints: readonly Endpoint[] = [
  endpoint('get', '/payment_methods', { ...listFields, customer: text().optional() }, (call, given) => {
    const { customer, ...request } = given;
    return list(call, customer, request, '/v1/payment_methods');
  }),
  endpoint('get', '/customers/:id/payment_methods', listFields, (call, given, id) =>
    list(call, id, given, `/v1/customers/${id}/payment_methods`),
  ),
  endpoint('get', '/payment_methods/:id', {}, (call, _given, id) =>
    resolvePaymentMethod(call, id, PARAM, 404),
  ),
  endpoint('post', '/payment_methods/:id', expiryFields, (call, given, id) => update(call, id, given)),
  endpoint('post', '/payment_methods/:id/attach', { customer: text() }, (call, given, id) => {
    const method = resolvePaymentMethod(call, id, PARAM, 404);
    return attachPaymentMethod(call, method, findCustomer(call, given.customer, 'customer').id);
  }),
  endpoint('post', '/payment_methods/:id/detach', {}, (call, _given, id) => detach(call, id)),
];
