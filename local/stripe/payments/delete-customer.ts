import type Stripe from 'stripe';
import { idOf, type Call } from '../world';

/** Deletes a customer, and what they kept with them. */
export function deleteCustomer(call: Call, customer: Stripe.Customer): Stripe.DeletedCustomer {
  for (const method of call.objects.paymentMethods.values()) {
    if (idOf(method.customer) !== customer.id) continue;
    call.objects.paymentMethods.set(method.id, { ...method, customer: null });
    call.objects.spentMethods.add(method.id);
  }
  call.objects.customers.delete(customer.id);
  call.objects.deletedCustomers.add(customer.id);
  call.emit('customer.deleted', customer);
  return deletedCustomer(customer.id);
}

/** All that Stripe still says of a deleted customer. */
export function deletedCustomer(id: string): Stripe.DeletedCustomer {
  return { id, object: 'customer', deleted: true };
}
