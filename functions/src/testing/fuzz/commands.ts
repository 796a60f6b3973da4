import { minorUnits } from '../../core/money';
import { cancelInvoice } from '../../invoices/cancel';
import { issueInvoice } from '../../invoices/issue';
import { abandon } from '../../payments/abandon';
import { charge } from '../../payments/charge';
import { applyGatewayEvent } from '../../payments/apply-gateway-event';
import { checkout } from '../../payments/checkout';
import { recordBankTransfer } from '../../payments/record-bank-transfer';
import { refund } from '../../payments/refund';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { CheckoutAnswer, Payment } from '../../schema/payment';
import { topUp } from '../../wallets/top-up';
import { inCollection } from '../documents';
import { dismissCommand, importCommand, matchCommand } from './bank-commands';
import type { Command } from './command';
import { Disagreement } from './command';
import type { Asking } from './history';
import { partOf } from './part-of';
import type { World } from './world';
import { cardOf, customerAt, customersInvoices, invoiceAt } from './world';

/**
 * The command that somebody gives; null when there is nothing that it could be about.
 * @param earlier The commands so far, to be given again.
 */
export async function commandOf(
  world: World,
  action: Asking,
  earlier: readonly Command[],
): Promise<Command | null> {
  const name = action.do;
  switch (name) {
    case 'issue': {
      const request = { invoiceId: invoiceAt(action.invoice).id };
      return { name, run: () => issueInvoice.run(request, world.context()) };
    }
    case 'cancel': {
      const request = { invoiceId: invoiceAt(action.invoice).id, reason: 'Yanlış kesildi' };
      return { name, run: () => cancelInvoice.run(request, world.context()) };
    }
    case 'checkout':
      return checkoutCommand(world, action);
    case 'charge':
      return chargeCommand(world, action);
    case 'topUp': {
      const { uid, currency } = customerAt(action.customer);
      const attemptId = world.nextRequestId();
      const request = { attemptId, currency, amount: minorUnits(action.amount), gateway: action.gateway };
      const run = async () => {
        handOut(world, await topUp.run(request, world.context(uid)));
      };
      return { name, run };
    }
    case 'abandon': {
      const payment = await paymentAt(world, action.payment, isOpen);
      if (payment === undefined) return null;
      return { name, run: () => abandon.run({ paymentId: payment.id }, world.context(payment.userId)) };
    }
    case 'refund': {
      const payment = await paymentAt(world, action.payment, isRefundable);
      if (payment === undefined) return null;
      const request = {
        requestId: world.nextRequestId(),
        paymentId: payment.id,
        amount: partOf(payment.amount - payment.refundedAmount, action.part),
        destination: action.destination,
        reason: 'İade',
      };
      return { name, run: () => refund.run(request, world.context()) };
    }
    case 'bankTransfer': {
      const { invoiceIds, currency } = customersInvoices(action.invoice, action.both);
      const documents = await world.documents();
      const total = sumOf(documents, invoiceIds, 'total');
      const request = {
        requestId: world.nextRequestId(),
        invoiceIds,
        amount: partOf(total, action.part),
        currency,
        receivedOn: world.now().toISOString().slice(0, 10),
      };
      return { name, run: () => recordBankTransfer.run(request, world.context()) };
    }
    case 'importStatement':
      return importCommand(world, action.format, action.since);
    case 'match':
      return matchCommand(world, action);
    case 'dismiss':
      return dismissCommand(world, action);
    case 'again':
      return earlier[action.command % Math.max(earlier.length, 1)] ?? null;
    case 'lie':
      return lieCommand(world, action);
  }
}

/** A checkout of one invoice, or of both of a customer's. */
async function checkoutCommand(
  world: World,
  { do: name, invoice, both, part, useWallet, gateway }: Extract<Asking, { do: 'checkout' }>,
): Promise<Command> {
  const { invoiceIds, uid } = customersInvoices(invoice, both);
  const due = sumOf(await world.documents(), invoiceIds, 'amountDue');
  const request = {
    attemptId: world.nextRequestId(),
    invoiceIds,
    ...(part === 1 ? {} : { amount: partOf(due, part) }),
    useWallet,
    saveMethod: false,
    gateway,
  };
  const run = async () => {
    handOut(world, await checkout.run(request, world.context(uid)));
  };
  return { name, run };
}

/** A charge of the customer's kept card: by one click of theirs, with the wallet first, or by finance. */
async function chargeCommand(
  world: World,
  { do: name, invoice, both, part, byOwner, gateway }: Extract<Asking, { do: 'charge' }>,
): Promise<Command> {
  const { invoiceIds, uid } = customersInvoices(invoice, both);
  const due = sumOf(await world.documents(), invoiceIds, 'amountDue');
  const id = world.nextRequestId();
  const request = {
    invoiceIds,
    ...(part === 1 ? {} : { amount: partOf(due, part) }),
    paymentMethodId: cardOf(uid, gateway),
  };
  const byClick = { ...request, attemptId: id, useWallet: true, saveMethod: false };
  const run = byOwner
    ? () => checkout.run(byClick, world.context(uid))
    : () => charge.run({ ...request, requestId: id }, world.context());
  return { name, run };
}

/** The customer goes where they are told to, which must be a page that still takes a card. */
function handOut({ gateways }: World, { paymentId, url }: CheckoutAnswer): void {
  const attempt = gateways.attempts.find((one) => one.paymentId === paymentId);
  if (attempt === undefined || url === null) return;
  if (url !== attempt.page) throw new Disagreement(`${paymentId}: a page was handed out that is closed`);
  attempt.isHandedOut = true;
}

/** The delivery of an event that does not fit its payment; it must be refused. */
function lieCommand(world: World, { attempt: at, lie }: Extract<Asking, { do: 'lie' }>): Command | null {
  const { attempts } = world.gateways;
  const attempt = attempts[at % Math.max(attempts.length, 1)];
  if (attempt === undefined) return null;
  const event = world.gateways.lie(attempt, lie);
  const run = async () => {
    const { outcome, result } = await applyGatewayEvent(world.db, event, world.now());
    throw new Disagreement(`${lie} of ${attempt.paymentId} was believed: ${outcome} ${result}`);
  };
  return { name: 'lie', run };
}

/** A payment for which something is possible, as long as there is one. */
async function paymentAt(
  world: World,
  at: number,
  isPossible: (payment: Payment) => boolean,
): Promise<(Payment & { id: string }) | undefined> {
  const payments = inCollection<Payment>(await world.documents(), 'payments/*');
  const possible = payments.filter(isPossible);
  return (possible.length > 0 ? possible : payments)[at % Math.max(possible.length || payments.length, 1)];
}

function sumOf(
  documents: ReadonlyMap<string, object>,
  invoiceIds: readonly string[],
  field: 'total' | 'amountDue',
): number {
  return invoiceIds
    .map((id) => (documents.get(paths.invoice(id)) as Invoice)[field])
    .reduce((sum: number, amount) => sum + amount, 0);
}

function isOpen({ gateway, status }: Payment): boolean {
  return gateway !== 'wallet' && status === 'PENDING';
}

function isRefundable({ status, amount, refundedAmount }: Payment): boolean {
  return status === 'SUCCEEDED' && refundedAmount < amount;
}
