import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { HttpsFunction, Request } from 'firebase-functions/v2/https';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const LIMIT = '32mb';

/**
 * Serves an HTTP function as the platform's functions-framework does: JSON, text and form bodies are parsed
 * before the function sees them, and the raw bytes stand beside them as `rawBody`.
 */
export async function serve(handler: HttpsFunction): Promise<Served> {
  const app = express();
  const options = {
    limit: LIMIT,
    verify: (request: object, _response: unknown, rawBody: Buffer) => {
      Object.assign(request, { rawBody });
    },
  };
  app.enable('trust proxy');
  app.use(express.json(options), express.text(options), express.urlencoded({ ...options, extended: true }));
  app.use(express.raw({ ...options, type: '*/*' }));
  // Past the parsers above a request is what the platform hands over.
  app.use((request, response) => handler(request as Request, response));
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}
