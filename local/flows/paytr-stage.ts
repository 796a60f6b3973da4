import { randomUUID } from 'node:crypto';
import { aCustomer, anIssuedInvoice, checkEverything } from '../../functions/src/testing/world';
import { pay } from '../paytr/customer';
import type { Paytr } from '../paytr/server';
import type { TestCard } from '../paytr/test-cards';
import { testCards } from '../paytr/test-cards';
import type { Wired } from './gateways';
import { wirePaytr } from './gateways';
import { checkoutOf } from './paytr-customer';

/** PayTR's stand-in wired to the functions, and a customer with an invoice of 120,00 lira. */
export interface PaytrStage {
  readonly paytr: Wired<Paytr>;
  readonly userId: string;
  readonly invoiceId: string;
  /** Begins to pay the invoice and answers the form; another attempt each time, unless its id is given. */
  readonly checkout: (wish?: object) => ReturnType<typeof checkoutOf>;
  /** Pays on a form, until every notice of it was taken. */
  readonly payOn: (form: { readonly url: string }, card?: TestCard, instalments?: number) => Promise<void>;
}

/** Sets the stage for all tests of a file, with a customer and an invoice of its own for each; checks the books after. */
export function paytrStage(): PaytrStage {
  let paytr: Wired<Paytr> | undefined;
  let userId = '';
  let invoiceId = '';
  const wired = () => {
    if (paytr === undefined) throw new Error('The stage is set before the first test');
    return paytr;
  };

  beforeAll(async () => {
    paytr = await wirePaytr();
  });
  afterAll(() => paytr?.close());
  beforeEach(async () => {
    await wired().control('faults', { copies: 1 });
    userId = await aCustomer();
    invoiceId = await anIssuedInvoice(userId);
  });
  afterEach(checkEverything);

  return {
    get paytr() {
      return wired();
    },
    get userId() {
      return userId;
    },
    get invoiceId() {
      return invoiceId;
    },
    checkout: (wish = {}) => checkoutOf(userId, [invoiceId], { attemptId: randomUUID(), ...wish }),
    payOn: async ({ url }, card = testCards.visa, instalments) => {
      await pay(url, { card, ...(instalments === undefined ? {} : { instalments }) });
      await wired().settled();
    },
  };
}
