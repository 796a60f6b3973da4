/** How the workers learn where the stack listens. */
export const ADDRESSES = 'HYBLE_E2E_STACK';

export interface StackAddresses {
  readonly projectId: string;
  readonly app: string;
  readonly functions: string;
  readonly firestoreHost: string;
  readonly authHost: string;
  /** The stand-in; null with Stripe's own test mode. */
  readonly stripe: string | null;
  /** The stand-in; null with PayTR's own test mode. */
  readonly paytr: string | null;
}

export function stackAddresses(): StackAddresses {
  const text = process.env[ADDRESSES];
  if (text === undefined)
    throw new Error(`${ADDRESSES} is not set: run the tests through Playwright's global setup`);
  return JSON.parse(text) as StackAddresses;
}
