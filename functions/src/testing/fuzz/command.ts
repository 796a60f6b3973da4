import { BillingError } from '../../platform/errors';
import type { ErrorCode } from '../../schema/errors';
import { Crash } from './outside-calls';
import type { World } from './world';

/** Something that contradicts what must hold. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

/** What somebody outside asks of the functions; the same again when it is repeated. */
export interface Command {
  readonly name: keyof typeof REFUSALS;
  readonly run: () => Promise<unknown>;
}

const GATEWAY_REFUSALS = [
  'GATEWAY_DECLINED',
  'GATEWAY_RESULT_UNKNOWN',
  'PAYMENT_FINISHED',
  'PAYMENT_OPENING',
] as const;

/** The refusals that are an answer to each; any other is a fault of ours. */
const REFUSALS = {
  // One invoice's last day passes soon.
  issue: ['INVOICE_CANCELLED', 'DUE_DATE_PAST'],
  cancel: ['INVOICE_CANCELLED', 'INVOICE_HAS_PAYMENTS', 'PAYMENT_PROCESSING'],
  checkout: [
    'INVOICE_NOT_ISSUED',
    'INVOICE_ALREADY_PAID',
    'INVOICE_CANCELLED',
    'PAYMENT_PROCESSING',
    'AMOUNT_EXCEEDS_DUE',
    ...GATEWAY_REFUSALS,
  ],
  charge: [
    'INVOICE_NOT_ISSUED',
    'INVOICE_ALREADY_PAID',
    'INVOICE_CANCELLED',
    'PAYMENT_PROCESSING',
    'AMOUNT_EXCEEDS_DUE',
    ...GATEWAY_REFUSALS,
  ],
  topUp: GATEWAY_REFUSALS,
  // A charge of a kept card is certain to be tried, so it cannot be given up.
  abandon: ['PAYMENT_NOT_OPEN', 'PAYMENT_PROCESSING', 'GATEWAY_UNAVAILABLE'],
  refund: [
    'PAYMENT_NOT_REFUNDABLE',
    'REFUND_TOO_LARGE',
    'WALLET_BALANCE_TOO_LOW',
    'REFUND_PENDING',
    'REFUND_DECLINED',
    'GATEWAY_RESULT_UNKNOWN',
    'GATEWAY_UNAVAILABLE',
  ],
  bankTransfer: ['INVOICE_NOT_ISSUED'],
  importStatement: [],
  match: ['INVOICE_NOT_ISSUED', 'BANK_TRANSACTION_SETTLED'],
  dismiss: ['BANK_TRANSACTION_SETTLED'],
  sweep: [],
  check: ['GATEWAY_UNAVAILABLE'],
  ask: [],
  fetch: [],
  book: [],
  // News of a refund or a dispute that overtook the news of the payment is to be sent again.
  event: ['PAYMENT_NOT_SETTLED'],
  lie: ['AMOUNT_MISMATCH', 'TEST_MODE_MISMATCH', 'PAYMENT_NOT_FOUND'],
} as const satisfies Record<string, readonly ErrorCode[]>;

/** Whether those who are cut off try again, and how much later. */
export interface Patience {
  /** Customers and finance; the gateways and the task queue always do. */
  readonly peopleTryAgain: boolean;
  readonly afterHours: number;
}

/** What was under way is over by then. */
export const PATIENT: Patience = { peopleTryAgain: true, afterHours: 0.1 };

const PLATFORM: readonly Command['name'][] = ['check', 'event', 'lie', 'fetch', 'ask', 'book', 'sweep'];

/**
 * Gives a command, and gives it again as long as whoever gave it is cut off: the customer's browser, the gateway, the
 * task queue.
 * @returns Whether it was carried out: not when it was refused, or given up.
 * @throws Disagreement when it is refused for a reason that cannot be.
 */
export async function give(world: World, { name, run }: Command, patience: Patience): Promise<boolean> {
  for (;;) {
    try {
      await run();
      world.note(`${name}: done`);
      return true;
    } catch (error) {
      if (error instanceof BillingError) {
        world.note(`${name}: ${error.code}`);
        if ((REFUSALS[name] as readonly string[]).includes(error.code)) return false;
        throw new Disagreement(`${name} was refused: ${error.code} ${JSON.stringify(error.facts)}`);
      }
      if (!(error instanceof Crash)) throw error;
      world.calls.restart();
      if (!patience.peopleTryAgain && !PLATFORM.includes(name)) return false;
      world.wait(patience.afterHours);
    }
  }
}
