import type { MinorUnits } from '../../core/money';
import { minorUnits } from '../../core/money';
import type { GatewayEvent } from '../../gateways/gateway';
import { cancelInvoice } from '../../invoices/cancel';
import { issueInvoice } from '../../invoices/issue';
import { abandon } from '../../payments/abandon';
import { applyGatewayEvent } from '../../payments/apply-gateway-event';
import { askGateway } from '../../payments/ask-gateway';
import { checkPayment } from '../../payments/check-payment';
import { checkout } from '../../payments/checkout';
import { recordBankTransfer } from '../../payments/record-bank-transfer';
import { refund } from '../../payments/refund';
import { BillingError } from '../../platform/errors';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import { topUp } from '../../wallets/top-up';
import { inCollection } from '../documents';
import type { Action, Delivery, History } from './history';
import { Crash } from './outside-calls';
import type { Attempt } from './simulated-gateway';
import type { World } from './world';
import { CUSTOMERS, INVOICES } from './world';

/** After a crash everybody tries again; what was under way is over by then. */
const HOURS_UNTIL_RETRY = 0.1;
interface Held {
  readonly event: GatewayEvent;
  /** How many further actions it is held back. */
  delay: number;
  readonly copies: number;
}

/**
 * Plays a history through the functions: every action in turn, its events delivered as planned, and at the end all that
 * is still under way settled as it would be in life: events come after all or are asked for, the hourly check runs until
 * nothing is due, and finance asks about every payment.
 * @param afterEach Called with the world after every step.
 */
export async function play(
  world: World,
  { actions, deliveries }: History,
  afterEach: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const queue = eventQueue(world, deliveries);
  for (const action of actions) {
    await refusable(() => act(world, action));
    queue.take();
    await queue.deliverDue();
    await afterEach();
  }
  await queue.deliverAll();
  await settle(world, queue);
  await afterEach();
}

async function settle(world: World, queue: ReturnType<typeof eventQueue>): Promise<void> {
  for (let day = 0; day < 4; day += 1) {
    world.wait(25);
    await checkDue(world);
    queue.take();
    await queue.deliverAll();
  }
  for (const payment of inCollection<Payment>(await world.documents(), 'payments/*')) {
    const { id, gateway } = payment;
    if (gateway !== 'stripe' && gateway !== 'paytr') continue;
    const asked = { paymentId: id, payment: { ...payment, gateway }, end: false };
    await retried(world, () => askGateway(world.db, asked, world.now()));
  }
  const left = queue.left();
  if (left.length > 0) throw new Error(left.join('\n'));
}

/** The hourly check, without the queue between the query and its tasks. */
async function checkDue(world: World): Promise<void> {
  const now = world.now();
  const due = inCollection<Payment>(await world.documents(), 'payments/*').filter(
    ({ nextCheckAt }) => nextCheckAt !== null && nextCheckAt <= now,
  );
  for (const { id } of due) await retried(world, () => checkPayment(world.db, id, world.now()));
}

/** Events on their way, each held back, repeated or dropped as the history says. */
function eventQueue(world: World, deliveries: readonly Delivery[]) {
  let held: Held[] = [];
  let seen = 0;
  /** Answers whether it was taken. Answered with an error, the gateway sends it again, after all that is due now. */
  const deliver = async ({ event, copies }: Held): Promise<boolean> => {
    try {
      for (let copy = 0; copy < copies; copy += 1) {
        await retried(world, () => applyGatewayEvent(world.db, event, world.now()));
      }
      return true;
    } catch (error) {
      if (!(error instanceof BillingError)) throw error;
      held.push({ event, delay: 1, copies: 1 });
      return false;
    }
  };
  return {
    /** Takes over what happened at the gateways since. Of what PayTR drops nothing comes after all. */
    take: () => {
      for (const event of world.gateways.takeEvents()) {
        const plan = deliveries[seen % deliveries.length];
        seen += 1;
        if (plan === undefined) throw new Error('A history has at least one delivery');
        if (plan.isDropped && event.gateway === 'paytr') continue;
        held.push({ event, delay: plan.isDropped ? Infinity : plan.delay, copies: plan.copies });
      }
    },
    deliverDue: async () => {
      const due = held.filter(({ delay }) => delay <= 0);
      held = held.filter(({ delay }) => delay > 0);
      for (const one of held) one.delay -= 1;
      for (const one of due) await deliver(one);
    },
    /**
     * What is left comes now, the longest held first; what Stripe could not deliver is fetched. What is refused is
     * tried again as long as anything else is taken.
     */
    deliverAll: async () => {
      for (let isTaken = true; isTaken && held.length > 0;) {
        const due = held.toSorted((a, b) => b.delay - a.delay);
        held = [];
        isTaken = false;
        for (const one of due) isTaken = (await deliver(one)) || isTaken;
      }
    },
    /** News that nobody took. */
    left: () => held.map(({ event }) => `${event.type} ${event.id}: refused to the end`),
  };
}

/** A command may be refused; that is an answer. */
async function refusable(command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof BillingError)) throw error;
  }
}

/** Whoever was cut off does the same once more: the customer's browser, the gateway, the task queue. */
async function retried<T>(world: World, command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    world.wait(HOURS_UNTIL_RETRY);
    return command();
  }
}

async function act(world: World, action: Action): Promise<unknown> {
  const { gateways } = world;
  const on = (attempt: number, does: (attempt: Attempt) => unknown) => {
    const { attempts } = gateways;
    const found = attempts[attempt % Math.max(attempts.length, 1)];
    if (found !== undefined) does(found);
  };
  switch (action.do) {
    case 'issue':
      return finance(world, (context) =>
        issueInvoice.run({ invoiceId: invoiceAt(action.invoice).id }, context),
      );
    case 'cancel': {
      const request = { invoiceId: invoiceAt(action.invoice).id, reason: 'Yanlış kesildi' };
      return finance(world, (context) => cancelInvoice.run(request, context));
    }
    case 'checkout':
      return begin(world, action);
    case 'topUp': {
      const { uid, currency } = customerAt(action.customer);
      const attemptId = world.nextRequestId();
      const request = { attemptId, currency, amount: minorUnits(action.amount), gateway: action.gateway };
      gateways.answerWith(action.answer);
      return retried(world, () => topUp.run(request, world.context(uid)));
    }
    case 'pay':
      on(action.attempt, gateways.pay);
      return undefined;
    case 'decline':
      on(action.attempt, (attempt) => gateways.decline(attempt, action.reason));
      return undefined;
    case 'payLater':
      on(action.attempt, gateways.payLater);
      return undefined;
    case 'settleLater':
      on(action.attempt, (attempt) => gateways.settleLater(attempt, action.isPaid));
      return undefined;
    case 'expire':
      on(action.attempt, gateways.expire);
      return undefined;
    case 'panelRefund':
      on(action.attempt, (attempt) =>
        gateways.refundInPanel(attempt, partOf(attempt.amount - attempt.refunded, action.part)),
      );
      return undefined;
    case 'dispute':
      on(action.attempt, gateways.dispute);
      return undefined;
    case 'closeDispute':
      on(action.attempt, (attempt) => gateways.closeDispute(attempt, action.isWon));
      return undefined;
    case 'abandon': {
      const payment = await paymentAt(world, action.payment);
      if (payment === undefined) return undefined;
      return retried(world, () => abandon.run({ paymentId: payment.id }, world.context(payment.userId)));
    }
    case 'refund': {
      const payment = await paymentAt(world, action.payment);
      if (payment === undefined) return undefined;
      const requestId = world.nextRequestId();
      const amount = partOf(payment.amount - payment.refundedAmount, action.part);
      const { destination } = action;
      const request = { requestId, paymentId: payment.id, amount, destination, reason: 'İade' };
      gateways.answerWith(action.answer);
      return finance(world, (context) => refund.run(request, context));
    }
    case 'bankTransfer': {
      const { id, customer } = invoiceAt(action.invoice);
      const invoice = (await world.documents()).get(paths.invoice(id)) as Invoice;
      const request = {
        requestId: world.nextRequestId(),
        invoiceIds: [id],
        amount: partOf(invoice.total, action.part),
        currency: customerAt(customer).currency,
        receivedOn: world.now().toISOString().slice(0, 10),
      };
      return finance(world, (context) => recordBankTransfer.run(request, context));
    }
    case 'wait':
      world.wait(action.hours);
      return checkDue(world);
  }
}

/** A checkout of one invoice, or of both of a customer's. */
async function begin(world: World, action: Extract<Action, { do: 'checkout' }>): Promise<unknown> {
  const { id, customer } = invoiceAt(action.invoice);
  const others = INVOICES.filter((other) => other.customer === customer && other.id !== id);
  const invoiceIds = [id, ...(action.both ? others.map((other) => other.id) : [])];
  const documents = await world.documents();
  const due = invoiceIds
    .map((invoiceId) => (documents.get(paths.invoice(invoiceId)) as Invoice).amountDue)
    .reduce((sum: number, amount) => sum + amount, 0);
  const request = {
    attemptId: world.nextRequestId(),
    invoiceIds,
    ...(action.part === 1 ? {} : { amount: partOf(due, action.part) }),
    useWallet: action.useWallet,
    saveMethod: false,
    gateway: action.gateway,
  };
  world.gateways.answerWith(action.answer);
  return retried(world, () => checkout.run(request, world.context(customerAt(customer).uid)));
}

function finance<T>(
  world: World,
  command: (context: ReturnType<World['context']>) => Promise<T>,
): Promise<T> {
  return retried(world, () => command(world.context()));
}

async function paymentAt(world: World, at: number): Promise<(Payment & { id: string }) | undefined> {
  const payments = inCollection<Payment>(await world.documents(), 'payments/*');
  return payments[at % Math.max(payments.length, 1)];
}

function invoiceAt(at: number): (typeof INVOICES)[number] {
  return INVOICES[at % INVOICES.length] ?? INVOICES[0];
}

function customerAt(at: number): (typeof CUSTOMERS)[number] {
  return CUSTOMERS[at % CUSTOMERS.length] ?? CUSTOMERS[0];
}

/** At least one minor unit, so that there is something to ask for. */
function partOf(amount: number, part: number): MinorUnits {
  return minorUnits(Math.max(1, Math.round(amount * part)));
}
