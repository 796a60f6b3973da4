import { BillingError } from '../../../platform/errors';

/**
 * PayTR makes a customer's token itself with the first card that it keeps, and tells it in that payment's notice: there
 * is none to be asked for.
 * @throws BillingError GATEWAY_DECLINED always.
 */
export function createCustomer(): Promise<never> {
  return Promise.reject(new BillingError('GATEWAY_DECLINED'));
}
