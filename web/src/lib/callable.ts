import type {
  DismissBankTransactionRequest,
  ImportBankStatementAnswer,
  ImportBankStatementRequest,
  MatchBankTransactionRequest,
  RecordBankTransferAnswer,
  RecordBankTransferRequest,
} from '@hyble/billing-functions/src/schema/bank-transaction';
import type { ResolveDifferenceRequest } from '@hyble/billing-functions/src/schema/difference';
import type { ErrorCode, ErrorDetails } from '@hyble/billing-functions/src/schema/errors';
import type { AcknowledgeEventRequest } from '@hyble/billing-functions/src/schema/gateway-event';
import type {
  InstallmentsAnswer,
  InstallmentsRequest,
} from '@hyble/billing-functions/src/schema/installments';
import type {
  CancelInvoiceRequest,
  CreateInvoiceRequest,
  InvoiceRequest,
  UpdateInvoiceRequest,
} from '@hyble/billing-functions/src/schema/invoice';
import type {
  ChargeAnswer,
  ChargeRequest,
  CheckAnswer,
  CheckoutAnswer,
  CheckoutRequestBody,
  PaymentStatus,
  TopUpRequest,
} from '@hyble/billing-functions/src/schema/payment';
import type {
  DetachMethodAnswer,
  PaymentMethodRequest,
  SetupMethodAnswer,
  SetupMethodRequest,
} from '@hyble/billing-functions/src/schema/payment-method';
import type { CreatePlanRequest, UpdatePlanRequest } from '@hyble/billing-functions/src/schema/plan';
import type { RefundAnswerBody, RefundRequest } from '@hyble/billing-functions/src/schema/refund';
import type {
  CancelSubscriptionRequest,
  ChangePaymentWayRequest,
  ChangeSubscriptionAnswer,
  ChangeSubscriptionRequest,
  CreateSubscriptionAnswer,
  CreateSubscriptionRequest,
  PlanChangePreview,
  SubscriptionStatus,
} from '@hyble/billing-functions/src/schema/subscription';
import { firebase } from './firebase';

const REGION = 'europe-west1';

interface PlanId {
  readonly planId: string;
}

interface SubscriptionId {
  readonly subscriptionId: string;
}

interface StatusAnswer {
  readonly status: SubscriptionStatus;
}

interface InvoiceId {
  readonly invoiceId: string;
}

/** The functions that the web app calls, and what each takes and answers. */
interface Callables {
  'invoice-create': { request: CreateInvoiceRequest; answer: InvoiceId };
  'invoice-update': { request: UpdateInvoiceRequest; answer: InvoiceId };
  'invoice-issue': { request: InvoiceRequest; answer: InvoiceId & { readonly invoiceNumber: string } };
  'invoice-cancel': { request: CancelInvoiceRequest; answer: InvoiceId };
  'payment-checkout': { request: CheckoutRequestBody; answer: CheckoutAnswer };
  'payment-abandon': { request: { readonly paymentId: string }; answer: { readonly status: PaymentStatus } };
  'payment-check': { request: { readonly paymentId: string }; answer: CheckAnswer };
  'payment-charge': { request: ChargeRequest; answer: ChargeAnswer };
  'payment-refund': { request: RefundRequest; answer: RefundAnswerBody };
  'payment-recordBankTransfer': { request: RecordBankTransferRequest; answer: RecordBankTransferAnswer };
  'payment-installments': { request: InstallmentsRequest; answer: InstallmentsAnswer };
  'payment-setupMethod': { request: SetupMethodRequest; answer: SetupMethodAnswer };
  'payment-detachMethod': { request: PaymentMethodRequest; answer: DetachMethodAnswer };
  'payment-setDefaultMethod': { request: PaymentMethodRequest; answer: object };
  'finance-importBankStatement': { request: ImportBankStatementRequest; answer: ImportBankStatementAnswer };
  'finance-matchBankTransaction': { request: MatchBankTransactionRequest; answer: RecordBankTransferAnswer };
  'finance-dismissBankTransaction': { request: DismissBankTransactionRequest; answer: object };
  'finance-resolveDifference': { request: ResolveDifferenceRequest; answer: object };
  'finance-acknowledgeEvent': { request: AcknowledgeEventRequest; answer: object };
  'plan-create': { request: CreatePlanRequest; answer: PlanId };
  'plan-update': { request: UpdatePlanRequest; answer: PlanId };
  'subscription-create': { request: CreateSubscriptionRequest; answer: CreateSubscriptionAnswer };
  'subscription-previewChange': { request: SubscriptionId & PlanId; answer: PlanChangePreview };
  'subscription-change': { request: ChangeSubscriptionRequest; answer: ChangeSubscriptionAnswer };
  'subscription-changePaymentWay': { request: ChangePaymentWayRequest; answer: StatusAnswer };
  'subscription-cancel': { request: CancelSubscriptionRequest; answer: StatusAnswer };
  'subscription-resume': { request: SubscriptionId; answer: StatusAnswer };
  'wallet-topUp': { request: TopUpRequest; answer: CheckoutAnswer };
}

/** Beside the server's reasons: the browser could not reach it, so nothing is known to have happened. */
export type CallErrorCode = ErrorCode | 'OFFLINE';

export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(
    readonly code: CallErrorCode,
    readonly facts: ErrorDetails['facts'] = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
  }
}

/**
 * Calls a function. The functions SDK is loaded with the first call, as most visits only read.
 * @throws CallError always and only.
 */
export async function call<Name extends keyof Callables>(
  name: Name,
  request: Callables[Name]['request'],
): Promise<Callables[Name]['answer']> {
  try {
    const { functions, httpsCallable } = await functionsClient();
    return (await httpsCallable<typeof request, Callables[Name]['answer']>(functions, name)(request)).data;
  } catch (error) {
    throw callErrorOf(error);
  }
}

async function functionsClient() {
  const { connectFunctionsEmulator, getFunctions, httpsCallable } = await import('firebase/functions');
  const { app, config } = firebase();
  const functions = getFunctions(app, REGION);
  const emulator = config.emulators?.functions;
  if (emulator) connectFunctionsEmulator(functions, emulator.host, emulator.port);
  return { functions, httpsCallable };
}

/** Reads the reason out of an SDK error's `details`; without one the request got no answer of ours. */
export function callErrorOf(error: unknown): CallError {
  if (error instanceof CallError) return error;
  const details = field(error, 'details');
  const code = field(details, 'code');
  if (typeof code === 'string') {
    const facts = field(details, 'facts') ?? {};
    return new CallError(code as ErrorCode, facts as ErrorDetails['facts'], { cause: error });
  }
  // The SDK says `internal` both for a lost connection and for a crash of the function.
  return new CallError(navigator.onLine ? 'INTERNAL' : 'OFFLINE', {}, { cause: error });
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
