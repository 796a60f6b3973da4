import type { CheckoutCustomer } from '../../gateways/gateway';
import type { User } from '../../schema/user';

/** A customer as a gateway is told of them. */
export function checkoutCustomer({ displayName, email, address, country, locale }: User): CheckoutCustomer {
  return {
    name: displayName,
    email,
    address: address === null ? country : `${address.line1}, ${address.city}`,
    locale,
  };
}
