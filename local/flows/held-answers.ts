import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Deferred } from '../tools/deferred';
import { deferred } from '../tools/deferred';

/** An answer of a gateway on its way to us. */
export interface HeldAnswer {
  /** Resolves when the gateway has done what it was asked. */
  readonly given: Promise<unknown>;
  /** Lets the answer through. */
  readonly arrive: () => void;
}

/** What stands between the functions and a gateway's stand-in, to decide when an answer arrives. */
export interface HeldAnswers {
  /** In place of the gateway's address. */
  readonly url: string;
  /** Holds the answer to the next call of a path; every other answer goes through at once. */
  readonly holdNext: (path: string) => HeldAnswer;
  readonly close: () => Promise<void>;
}

/** A proxy in front of a stand-in that carries calls out at once and can keep their answers back. */
export async function holdAnswersOf(gatewayUrl: string): Promise<HeldAnswers> {
  const waiting = new Map<string, { readonly given: Deferred<null>; readonly arrived: Deferred<null> }>();

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', gatewayUrl);
    const hold = waiting.get(pathname);
    waiting.delete(pathname);
    const answer = await forwarded(gatewayUrl, request);
    const body = await answer.text();
    hold?.given.resolve(null);
    await hold?.arrived.promise;
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(body);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    holdNext: (path) => {
      const [given, arrived] = [deferred<null>(), deferred<null>()];
      waiting.set(path, { given, arrived });
      return {
        given: given.promise,
        arrive: () => {
          arrived.resolve(null);
        },
      };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** What a gateway looks at besides the body. */
const HEADERS = ['authorization', 'content-type', 'idempotency-key', 'stripe-version'];

async function forwarded(gatewayUrl: string, request: IncomingMessage): Promise<Response> {
  const headers = HEADERS.flatMap((name): [string, string][] => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const { method = 'GET', url = '/' } = request;
  const body = method === 'GET' ? {} : { body: await text(request) };
  return fetch(`${gatewayUrl}${url}`, { method, headers, ...body });
}
