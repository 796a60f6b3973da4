import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Role } from '../schema/roles';
import { projectId } from './environment';

/**
 * With FIREBASE_AUTH_EMULATOR_HOST set, the Admin SDK takes unsigned ID tokens and asks that host only whether the
 * user still exists. This answers yes, so that an HTTP function's own check of a token can be tested without
 * the Auth emulator.
 */
export async function acceptUnsignedTokens(): Promise<{ close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { localId } = JSON.parse(Buffer.concat(chunks).toString()) as { localId: string[] };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ users: localId.map((id) => ({ localId: id })) }));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  process.env.FIREBASE_AUTH_EMULATOR_HOST = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** An unsigned ID token, as the Auth emulator makes them; `seconds` from now until it expires. */
export function idToken(uid: string, role?: Role, seconds = 3_600): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: `https://securetoken.google.com/${projectId}`,
    aud: projectId,
    sub: uid,
    user_id: uid,
    auth_time: now - 7_200,
    iat: now - 7_200,
    exp: now + seconds,
    ...(role === undefined ? {} : { role }),
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}
