import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { invalidRequest, resourceMissing } from '../api/errors';
import {
  address,
  clearable,
  email,
  mergeMetadata,
  metadata,
  oneOf,
  searching,
  text,
} from '../api/parameters';
import { search } from '../api/search';
import { createCustomer, updateCustomer } from '../payments/customer';
import { deleteCustomer, deletedCustomer } from '../payments/delete-customer';
import { attachPaymentMethod, requireSavable, resolvePaymentMethod } from '../payments/payment-method';
import { idOf, type Call } from '../world';

const fields = {
  address: clearable(address()).optional(),
  description: clearable(text()).optional(),
  email: clearable(email()).optional(),
  invoice_settings: z.strictObject({ default_payment_method: clearable(text()).optional() }).optional(),
  metadata: clearable(metadata()).optional(),
  name: clearable(text(256)).optional(),
  phone: clearable(text(20)).optional(),
  preferred_locales: z.array(text()).optional(),
  tax_exempt: clearable(oneOf('none', 'exempt', 'reverse')).optional(),
};

type Fields = Omit<z.output<z.ZodObject<typeof fields>>, 'invoice_settings'>;

const NO_ADDRESS: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** The customer an id names; `param` tells the error where the id stood, 404 is for one in the address. */
export function findCustomer(
  call: Call,
  id: string,
  param: string,
  status: 400 | 404 = 400,
): Stripe.Customer {
  const customer = call.objects.customers.get(id);
  if (!customer) throw resourceMissing('customer', id, param, status);
  return customer;
}

function changesOf(given: Fields, stored: Stripe.Customer | null): Partial<Stripe.Customer> {
  const { address: sentAddress, metadata: sentMetadata, ...rest } = given;
  return {
    ...rest,
    ...(sentAddress !== undefined && { address: sentAddress && { ...NO_ADDRESS, ...sentAddress } }),
    ...(sentMetadata !== undefined && { metadata: mergeMetadata(stored?.metadata ?? {}, sentMetadata) }),
  };
}

/** The change that makes a saved payment method the customer's own choice, null for none. */
function defaultMethodChange(
  call: Call,
  customer: Stripe.Customer,
  methodId: string | null | undefined,
): Partial<Stripe.Customer> {
  if (methodId === undefined) return {};
  if (methodId !== null && idOf(call.objects.paymentMethods.get(methodId)?.customer) !== customer.id) {
    throw invalidRequest(
      `The customer does not have a payment method with the ID ${methodId}. The payment method must be ` +
        'attached to the customer.',
      { code: 'resource_missing', param: 'invoice_settings[default_payment_method]' },
    );
  }
  return { invoice_settings: { ...customer.invoice_settings, default_payment_method: methodId } };
}

const createFields = { ...fields, payment_method: text().optional() };

export const customerEndpoints: readonly Endpoint[] = [
  endpoint('post', '/customers', createFields, (call, given) => {
    const { invoice_settings: settings, payment_method: methodId, ...rest } = given;
    const method = methodId === undefined ? null : resolvePaymentMethod(call, methodId, 'payment_method');
    if (method) requireSavable(call, method);
    const customer = createCustomer(call, changesOf(rest, null));
    if (method) attachPaymentMethod(call, method, customer.id);
    const chosen = defaultMethodChange(call, customer, settings?.default_payment_method);
    return Object.keys(chosen).length > 0 ? updateCustomer(call, customer, chosen) : customer;
  }),
  endpoint('get', '/customers/search', searching, (call, given) =>
    search(call.objects.customers.values(), given, '/v1/customers/search'),
  ),
  endpoint('get', '/customers/:id', {}, (call, _given, id) =>
    call.objects.deletedCustomers.has(id) ? deletedCustomer(id) : findCustomer(call, id, 'id', 404),
  ),
  endpoint('delete', '/customers/:id', {}, (call, _given, id) =>
    deleteCustomer(call, findCustomer(call, id, 'id', 404)),
  ),
  endpoint('post', '/customers/:id', fields, (call, given, id) => {
    const { invoice_settings: settings, ...rest } = given;
    const customer = findCustomer(call, id, 'id', 404);
    return updateCustomer(call, customer, {
      ...changesOf(rest, customer),
      ...defaultMethodChange(call, customer, settings?.default_payment_method),
    });
  }),
];
