/**
 * PayTR makes a customer's token itself with the first card that it keeps, and tells it in that payment's notice: there
 * is none to be asked for.
 */
export function createCustomer(): Promise<null> {
  return Promise.resolve(null);
}
