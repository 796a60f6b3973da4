import { Router, urlencoded, type NextFunction, type Request, type Response } from 'express';
import Stripe from 'stripe';
import { newId } from '../ids';
import type { Call } from '../world';
import { authenticate } from './authenticate';
import type { Endpoint } from './endpoint';
import { ApiError, serverFault, unrecognizedUrl } from './errors';
import { sabotage, type ApiFaultSwitch } from './faults';
import type { IdempotencyKeys, KeyClaim, Reply } from './idempotency';

export interface ApiOptions {
  endpoints: readonly Endpoint[];
  secretKey: string;
  faults: ApiFaultSwitch;
  keys: IdempotencyKeys;
  begin: (request: Stripe.Event.Request) => Call;
}

const NO_KEY: KeyClaim = { replay: null, save: () => undefined, release: () => undefined };

/** Stripe's API under `/v1`: authentication, idempotency, the endpoints, and 404 for everything else. */
export function apiRouter(options: ApiOptions): Router {
  const router = Router();
  router.use(urlencoded({ extended: true, limit: '1mb', parameterLimit: 10_000 }));
  router.use((request, response, next) => {
    response.locals.requestId = newId('req');
    response.set('Request-Id', requestIdOf(response));
    response.set('Stripe-Version', Stripe.API_VERSION);
    authenticate(request.get('authorization'), options.secretKey);
    next();
  });
  for (const endpoint of options.endpoints) {
    router[endpoint.method](endpoint.path, (request, response) => {
      answer(options, endpoint, request, response);
    });
  }
  router.use((request) => {
    throw unrecognizedUrl(request.method, request.originalUrl.split('?')[0] ?? '');
  });
  router.use(refuse);
  return router;
}

function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}

function answer(options: ApiOptions, endpoint: Endpoint, request: Request, response: Response): void {
  const fault = options.faults.next(request.path);
  const claim = claimKey(options.keys, request);
  response.on('close', claim.release);
  if (fault && !fault.after) {
    sabotage(response, fault);
    return;
  }
  const reply = claim.replay ?? execute(options, endpoint, request, requestIdOf(response), claim);
  if (fault) {
    sabotage(response, fault);
    return;
  }
  if (claim.replay) {
    response.set({ 'Idempotent-Replayed': 'true', 'Original-Request': reply.requestId });
  }
  response.status(reply.status).type('json').send(reply.body);
}

/** Only a POST has effects worth keying. The key is echoed, as Stripe does. */
function claimKey(keys: IdempotencyKeys, request: Request): KeyClaim {
  const key = request.get('idempotency-key');
  if (request.method !== 'POST' || key === undefined) return NO_KEY;
  request.res?.set('Idempotency-Key', key);
  return keys.claim(key, JSON.stringify([request.path, request.body]));
}

/** Refused parameters leave the key free, as Stripe has it; whatever happens from then on is the key's answer. */
function execute(
  options: ApiOptions,
  endpoint: Endpoint,
  request: Request,
  requestId: string,
  claim: KeyClaim,
): Reply {
  try {
    const parameters: unknown = request.method === 'GET' ? request.query : request.body;
    const run = endpoint.prepare(parameters, String(request.params.id ?? ''));
    const call = options.begin({ id: requestId, idempotency_key: request.get('idempotency-key') ?? null });
    const reply = { ...perform(() => run(call)), requestId };
    claim.save(reply);
    return reply;
  } catch (error) {
    claim.release();
    throw error;
  }
}

function perform(run: () => object): Pick<Reply, 'status' | 'body'> {
  try {
    return { status: 200, body: JSON.stringify(run(), null, 2) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, body: JSON.stringify({ error: error.body }, null, 2) };
  }
}

function refuse(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  if (!(error instanceof ApiError)) console.error(error);
  const { status, body } = error instanceof ApiError ? error : serverFault();
  response.status(status).json({ error: body });
}
