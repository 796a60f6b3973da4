import type Stripe from 'stripe';

/** The `error` object of a refused request. */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  advice_code?: string;
  charge?: string;
  code?: string;
  decline_code?: string;
  doc_url?: string;
  network_decline_code?: string;
  param?: string;
  payment_intent?: Stripe.PaymentIntent;
  payment_method?: Stripe.PaymentMethod;
  setup_intent?: Stripe.SetupIntent;
}

/** Thrown anywhere in a call; the client receives it as Stripe would send it. */
export class ApiError extends Error {
  readonly body: ErrorBody;

  constructor(
    readonly status: number,
    body: ErrorBody,
  ) {
    super(body.message);
    this.body = body.code === undefined ? body : { ...body, doc_url: docUrl(body.code) };
  }
}

export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}

export function invalidRequest(message: string, detail: { code?: string; param?: string } = {}): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...detail });
}

export function missingParameter(param: string): ApiError {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
}

/** `noun` as Stripe names the resource in the message: `customer`, `payment_intent`, `PaymentMethod`. */
export function resourceMissing(noun: string, id: string, param: string, status: 400 | 404): ApiError {
  const message = `No such ${noun}: '${id}'`;
  return new ApiError(status, { type: 'invalid_request_error', code: 'resource_missing', message, param });
}

export function unrecognizedUrl(method: string, path: string): ApiError {
  return new ApiError(404, {
    type: 'invalid_request_error',
    message:
      `Unrecognized request URL (${method}: ${path}). If you are trying to list objects, remove the trailing ` +
      'slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier.',
  });
}

export const serverFault = (): ApiError =>
  new ApiError(500, { type: 'api_error', message: 'An unknown error occurred' });
