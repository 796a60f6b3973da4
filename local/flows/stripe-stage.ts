import { randomUUID } from 'node:crypto';
import { payment } from '../../functions/src/index';
import { call, signedIn } from '../../functions/src/testing/calls';
import { aCustomer, anIssuedInvoice, checkEverything } from '../../functions/src/testing/world';
import type { RunningStripe } from '../stripe/server';
import type { Wired } from './gateways';
import { wireStripe } from './gateways';

/** Stripe's stand-in wired to the functions, and a customer with an invoice of 120,00 €. */
export interface StripeStage {
  readonly stripe: Wired<RunningStripe>;
  readonly userId: string;
  readonly invoiceId: string;
  /** Begins to pay the invoice and answers the page; another attempt each time, unless its id is given. */
  readonly checkout: (attemptId?: string) => ReturnType<typeof pageOf>;
}

/** Sets the stage for all tests of a file, with a customer and an invoice of its own for each; checks the books after. */
export function stripeStage(): StripeStage {
  let stripe: Wired<RunningStripe> | undefined;
  let userId = '';
  let invoiceId = '';
  const wired = () => {
    if (stripe === undefined) throw new Error('The stage is set before the first test');
    return stripe;
  };

  beforeAll(async () => {
    stripe = await wireStripe();
  });
  afterAll(() => stripe?.close());
  beforeEach(async () => {
    userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
    invoiceId = await anIssuedInvoice(userId);
  });
  afterEach(async () => {
    // What a test has held back comes now.
    await wired().control('faults', { hold: false });
    await wired().control('release', {});
    await wired().settled();
    await checkEverything();
  });

  return {
    get stripe() {
      return wired();
    },
    get userId() {
      return userId;
    },
    get invoiceId() {
      return invoiceId;
    },
    checkout: (attemptId) => pageOf(userId, invoiceId, attemptId),
  };
}

async function pageOf(userId: string, invoiceId: string, attemptId: string = randomUUID()) {
  const answer = await call(payment.checkout, { attemptId, invoiceIds: [invoiceId] }, signedIn(userId));
  if (answer.url === null) throw new Error('there is no page');
  return answer;
}
