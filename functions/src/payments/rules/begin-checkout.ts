import { create, update } from '../../core/decision';
import type { Decision, Write } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { minorUnits, smaller, subtract, ZERO } from '../../core/money';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { journalWrites, walletHeldEntry } from '../../finance/rules/journal';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { BillingError } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { CheckoutSession, GatewayName, Payment, PaymentFailure, WalletPart } from '../../schema/payment';
import type { User } from '../../schema/user';
import type { Wallet } from '../../schema/wallet';
import { moveWallet, spending } from '../../wallets/rules/move-wallet';
import type { PaymentDocuments } from './apply-fact';
import { endPayment } from './end-payment';
import { newPayment } from './new-payment';
import { nextCheck } from './next-check';
import { payFromWallet } from './pay-from-wallet';

/** What is to be paid, as the server priced it: invoices, or an amount for the wallet. */
export interface Purchase {
  /** Empty for a top-up. */
  readonly invoices: readonly InvoiceWithId[];
  readonly organizationId: string | null;
  readonly currency: string;
  readonly amount: MinorUnits;
  /** What the customer reads on the gateway's page. */
  readonly description: string;
}

export interface CheckoutCommand {
  readonly purchase: Purchase;
  readonly paymentId: string;
  /** Who pays: the caller, or the customer whose card finance charges. */
  readonly userId: string;
  /** The id that the wallet's part has, if there is one. */
  readonly walletPaymentId: string;
  readonly useWallet: boolean;
  readonly gateway: GatewayName;
  /** What the gateway calls the customer, as far as we know. */
  readonly gatewayCustomerId: string | null;
  /** The kept card that is charged; null when the customer enters one on the gateway's page. */
  readonly paymentMethodId: string | null;
  readonly isTest: boolean;
  readonly user: User;
  readonly actor: Actor;
  readonly action: 'payment.checkout' | 'payment.charge' | 'wallet.topUp';
}

/** What the gateway is to be asked for. */
export interface CheckoutIntent {
  readonly gateway: GatewayName;
  readonly amount: MinorUnits;
  readonly currency: string;
  readonly invoiceIds: readonly string[];
  readonly description: string;
  readonly user: User;
  readonly gatewayCustomerId: string | null;
  readonly startedAt: Date;
  /** The session that an earlier call of the same attempt opened. */
  readonly session: CheckoutSession | null;
  /** Until when this call alone may open one; null when there is one, or no page is wanted. */
  readonly openingUntil: Date | null;
}

/**
 * How long a call has its page to itself: no gateway is waited for longer that opens another page when it is asked
 * twice (PayTR, twenty seconds). A call that died blocks its attempt no longer than that.
 */
const OPENING_MS = 30_000;

/** Null when the wallet paid all of it, and no gateway is needed. */
type CheckoutDecision = Decision<CheckoutIntent | null>;

/**
 * How much is paid now: what is due, or the part of it that the customer named.
 * @throws BillingError AMOUNT_EXCEEDS_DUE
 */
export function amountToPay(due: MinorUnits, wished: number | undefined): MinorUnits {
  const amount = wished === undefined ? due : minorUnits(wished);
  if (amount > due) throw new BillingError('AMOUNT_EXCEEDS_DUE');
  return amount;
}

/** What of an amount the wallet pays: as much as is in it, when it is to be used. */
export function walletShare(
  amount: MinorUnits,
  { useWallet, wallet }: { readonly useWallet: boolean; readonly wallet: Pick<Wallet, 'balance'> | null },
): MinorUnits {
  return useWallet && wallet !== null && wallet.balance > 0 ? smaller(wallet.balance, amount) : ZERO;
}

/**
 * Stores the intent to pay as a PENDING payment, before the gateway hears of it. The amount comes from the invoices,
 * never from the caller. With the wallet, its money is spent first: what covers part of the sum is taken out of the
 * balance and held as a payment of its own; what covers all of it settles the invoices at once. The same attempt again
 * answers what the first call stored.
 *
 * @throws BillingError PAYMENT_FINISHED when the attempt is over, or was another one; PAYMENT_OPENING while another
 *   call of it opens the page: PayTR closes an order's form when it is asked for it once more.
 */
export function beginCheckout(
  documents: { readonly payment: Payment | null; readonly wallet: Wallet | null },
  command: CheckoutCommand,
  now: Date,
): CheckoutDecision {
  const { purchase, useWallet, paymentId, paymentMethodId, actor, action } = command;
  const { payment, wallet } = documents;
  if (payment !== null) return resumed(payment, command, now);

  const fromWallet = walletShare(purchase.amount, { useWallet, wallet });
  const audit = auditWrite(actor, action, paths.payment(paymentId));
  if (fromWallet === purchase.amount) {
    const { invoices, amount } = purchase;
    const whole = { ...common(command), paymentId, invoices, amount };
    return { writes: [...payFromWallet(whole, wallet, now), audit], result: null };
  }
  const part: WalletPart | null =
    fromWallet === 0 ? null : { paymentId: command.walletPaymentId, amount: fromWallet, status: 'HELD' };
  const amount = subtract(purchase.amount, fromWallet);
  const openingUntil = paymentMethodId === null ? openingFrom(now) : null;
  const fields = newPayment(
    { ...common(command), gateway: command.gateway, amount },
    {
      walletPart: part,
      paymentMethodId,
      openingUntil,
      nextCheckAt: nextCheck(paymentMethodId === null ? 'PENDING' : 'CHARGED', now),
    },
  );
  return {
    writes: [
      create(paths.payment(paymentId), fields),
      ...(part === null ? [] : heldPart(command, part, wallet, now)),
      audit,
    ],
    result: { ...intentOf(command), amount, startedAt: now, session: null, openingUntil },
  };
}

function common({ purchase, isTest, userId }: CheckoutCommand) {
  const { organizationId, invoices, currency } = purchase;
  const invoiceIds = invoices.map(({ id }) => id);
  return { userId, organizationId, isTest, invoiceIds, currency };
}

function intentOf({ purchase, gateway, user, gatewayCustomerId }: CheckoutCommand) {
  const { currency, description, invoices } = purchase;
  const invoiceIds = invoices.map(({ id }) => id);
  return { gateway, currency, description, user, gatewayCustomerId, invoiceIds };
}

function openingFrom(now: Date): Date {
  return new Date(now.getTime() + OPENING_MS);
}

/** The first call of this attempt got this far; it goes on if nothing has changed since, and nobody else does. */
function resumed(payment: Payment, command: CheckoutCommand, now: Date): CheckoutDecision {
  const { paymentId, purchase, gateway } = command;
  if (payment.gateway === 'wallet') return { writes: [], result: null };
  const { invoiceIds } = intentOf(command);
  const sum = payment.amount + (payment.walletPart?.amount ?? 0);
  const continues =
    payment.status === 'PENDING' &&
    payment.gateway === gateway &&
    payment.paymentMethodId === null &&
    sum === purchase.amount &&
    payment.invoiceIds.join() === invoiceIds.join();
  if (!continues) throw new BillingError('PAYMENT_FINISHED', { paymentId });
  const { amount, createdAt: startedAt, checkout: session } = payment;
  const intent = { ...intentOf(command), amount, startedAt, session };
  if (session !== null) return { writes: [], result: { ...intent, openingUntil: null } };
  if (payment.openingUntil !== null && payment.openingUntil > now) {
    throw new BillingError('PAYMENT_OPENING', { paymentId });
  }
  const openingUntil = openingFrom(now);
  return {
    writes: [update(paths.payment(paymentId), { openingUntil })],
    result: { ...intent, openingUntil },
  };
}

/** Takes the wallet's part out of the balance and holds it until the rest has come or will not come. */
function heldPart(
  command: CheckoutCommand,
  { paymentId, amount }: WalletPart,
  wallet: Wallet | null,
  now: Date,
): Write[] {
  const { userId, currency, ...rest } = common(command);
  const held = walletHeldEntry({ paymentId, currency, invoiceIds: rest.invoiceIds, amount }, now);
  const given = { ...rest, userId, currency, gateway: 'wallet', amount } as const;
  return [
    create(paths.payment(paymentId), newPayment(given, { partOf: command.paymentId })),
    ...moveWallet(wallet, { userId, currency }, [spending(paymentId, amount)]),
    ...journalWrites(`hold_${paymentId}`, held),
  ];
}

/** A call that opens a payment's page. */
interface Opening {
  readonly paymentId: string;
  /** What its intent said. */
  readonly openingUntil: Date | null;
}

function isOpenedBy(payment: Pick<Payment, 'openingUntil'>, openingUntil: Date | null): boolean {
  return payment.openingUntil?.getTime() === openingUntil?.getTime();
}

/** Without an answer of the gateway the attempt may be continued at once: nobody has seen a page. */
export function giveUpOpening(
  { payment }: { payment: Payment | null },
  { paymentId, openingUntil }: Opening,
): Decision<null> {
  const isOurs = payment !== null && isOpenedBy(payment, openingUntil);
  return { writes: isOurs ? [update(paths.payment(paymentId), { openingUntil: null })] : [], result: null };
}

/**
 * Keeps where the customer pays, so that an interrupted attempt can be continued.
 * @throws BillingError PAYMENT_FINISHED when the attempt ended while the gateway was opening its page: given up in
 *   another tab, or paid by a call of the same attempt that was quicker; PAYMENT_OPENING when it took so long that
 *   another call of it has taken over. Its page must then not be handed out.
 */
export function recordCheckout(
  { payment }: { payment: Payment | null },
  { paymentId, session, openingUntil }: Opening & { session: CheckoutSession },
): Decision<null> {
  if (payment?.status !== 'PENDING') throw new BillingError('PAYMENT_FINISHED', { paymentId });
  // A commit whose answer was lost is tried again.
  if (payment.checkout?.url === session.url) return { writes: [], result: null };
  if (!isOpenedBy(payment, openingUntil)) throw new BillingError('PAYMENT_OPENING', { paymentId });
  const fields = {
    openingUntil: null,
    checkout: session,
    gatewayCheckoutId: session.gatewayCheckoutId,
    nextCheckAt: nextCheck('EXPIRED', session.expiresAt),
  };
  return { writes: [update(paths.payment(paymentId), fields)], result: null };
}

/**
 * The gateway refused to open a checkout: nothing was or will be charged, and the wallet's part goes back. When a call
 * of the same attempt was quicker and has a checkout open, the payment goes on there.
 */
export function refuseCheckout(
  documents: Pick<PaymentDocuments, 'invoices' | 'wallet'> & { payment: Payment | null },
  { paymentId, reason }: { paymentId: string; reason: PaymentFailure },
  now: Date,
): Decision<null> {
  const { payment, invoices, wallet } = documents;
  const stillOpen = payment?.status === 'PENDING' && payment.checkout === null;
  if (!stillOpen) return { writes: [], result: null };
  const failure = { failureReason: reason, failedAt: now };
  return { writes: endPayment({ payment, invoices, wallet }, paymentId, failure, now), result: null };
}
