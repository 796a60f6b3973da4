import type Stripe from 'stripe';
import { newId, randomText } from '../ids';
import type { Call } from '../world';

type CustomerFields = Partial<
  Pick<
    Stripe.Customer,
    'address' | 'description' | 'email' | 'metadata' | 'name' | 'phone' | 'preferred_locales' | 'tax_exempt'
  >
>;

/** Stores a new customer. */
export function createCustomer(call: Call, fields: CustomerFields): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: newId('cus'),
    object: 'customer',
    address: fields.address ?? null,
    balance: 0,
    created: call.now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: fields.description ?? null,
    discount: null,
    email: fields.email ?? null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: fields.metadata ?? {},
    name: fields.name ?? null,
    next_invoice_sequence: 1,
    phone: fields.phone ?? null,
    preferred_locales: fields.preferred_locales ?? [],
    shipping: null,
    tax_exempt: fields.tax_exempt ?? 'none',
    test_clock: null,
  };
  call.objects.customers.set(customer.id, customer);
  call.emit('customer.created', customer);
  return customer;
}

/** Changes a customer; the event carries the old values of the fields that differ. */
export function updateCustomer(
  call: Call,
  customer: Stripe.Customer,
  changes: Partial<Stripe.Customer>,
): Stripe.Customer {
  const updated: Stripe.Customer = { ...customer, ...changes };
  const previous = Object.fromEntries(
    Object.entries(customer).filter(
      ([field, value]) =>
        field in changes && JSON.stringify(value) !== JSON.stringify(updated[field as keyof Stripe.Customer]),
    ),
  );
  if (Object.keys(previous).length === 0) return customer;
  call.objects.customers.set(customer.id, updated);
  call.emit('customer.updated', updated, previous);
  return updated;
}
