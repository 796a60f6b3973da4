/** PayTR takes an address of at most 39 characters. */
export function userIp(ipAddress: string): string {
  return ipAddress.slice(0, 39);
}

/** PayTR asks for a phone number that we don't keep; it accepts any text here. */
export const NO_PHONE = '0000000000';
