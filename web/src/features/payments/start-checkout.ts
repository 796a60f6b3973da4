import type {
  CheckoutAnswer,
  CheckoutCardForm,
  CheckoutPage,
  CheckoutRequestBody,
  CheckoutSession,
  PaymentStatus,
  TopUpRequest,
} from '@hyble/billing-functions/src/schema/payment';
import { call } from '../../lib/callable';

/** Where the customer pays, for the payment that the server has stored. */
interface Opened extends Pick<CheckoutSession, 'method' | 'url' | 'expiresAt'> {
  readonly paymentId: string;
}

/** The gateway's own page or frame, which can be gone back to. */
export interface OpenPage extends Opened {
  readonly kind: CheckoutPage['kind'];
}

/** A form of ours for a card that is kept; its fields are told to this window once. */
export interface OpenCardForm extends Opened {
  readonly kind: CheckoutCardForm['kind'];
  readonly fields: CheckoutCardForm['fields'];
}

export type OpenCheckout = OpenPage | OpenCardForm;

/** A payment without a page: out of the wallet alone, or with a card that is kept. */
export interface ClosedCheckout {
  readonly kind: 'SETTLED' | 'CHARGED';
  readonly paymentId: string;
  readonly status: PaymentStatus;
}

export type StartedCheckout = OpenCheckout | ClosedCheckout;

/** What a customer wants to pay and how; the attempt's id comes with the call. */
export type PayWish = Omit<CheckoutRequestBody, 'attemptId'>;
export type TopUpWish = Omit<TopUpRequest, 'attemptId'>;

/**
 * Opens a checkout. The same `attemptId` again continues the same attempt, so a repeated request cannot pay
 * twice.
 * @throws CallError
 */
export async function startCheckout(attemptId: string, wish: PayWish): Promise<StartedCheckout> {
  return started(await call('payment-checkout', { attemptId, ...wish }));
}

/**
 * Opens a payment into the wallet, as `startCheckout` does one of invoices.
 * @throws CallError
 */
export async function startTopUp(attemptId: string, wish: TopUpWish): Promise<StartedCheckout> {
  return started(await call('wallet-topUp', { attemptId, ...wish }));
}

function started(answer: CheckoutAnswer): StartedCheckout {
  const { paymentId } = answer;
  switch (answer.kind) {
    case 'SETTLED':
      return { kind: 'SETTLED', paymentId, status: 'SUCCEEDED' };
    case 'CHARGED':
      return { kind: 'CHARGED', paymentId, status: answer.status };
    case 'REDIRECT':
    case 'IFRAME': {
      const { kind, method, url } = answer;
      return { kind, method, paymentId, url, expiresAt: new Date(answer.expiresAt) };
    }
    case 'CARD_FORM': {
      const { kind, method, url, fields } = answer;
      return { kind, method, paymentId, url, fields, expiresAt: new Date(answer.expiresAt) };
    }
  }
}

/** The page of a stored attempt, to go back to. A form of ours is none: its fields were told to one window, once. */
export function pageOf(paymentId: string, session: CheckoutSession | null): OpenPage | null {
  if (session === null || session.kind === 'CARD_FORM') return null;
  const { kind, method, url, expiresAt } = session;
  return { kind, method, paymentId, url, expiresAt };
}
