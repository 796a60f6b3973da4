import * as z from 'zod';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';
import { fieldsNamedIn } from './fields-named';

const TIMEOUT_MS = 20_000;

const answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('success'), token: z.string().min(1) }),
  z.object({ status: z.literal('failed'), reason: z.string() }),
]);

/**
 * Asks PayTR for an iFrame token.
 * @throws BillingError GATEWAY_DECLINED when PayTR refuses, GATEWAY_RESULT_UNKNOWN when it does not answer or not
 *   in its own format. No money moves by asking, so it may be asked again.
 */
export async function getToken(apiUrl: string, fields: Record<string, string>): Promise<string> {
  const { status, body } = await post(`${apiUrl}/odeme/api/get-token`, fields);
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new BillingError('GATEWAY_RESULT_UNKNOWN', { status });
  if (parsed.data.status === 'success') return parsed.data.token;
  logs.gatewayRefused('paytr', fieldsNamedIn(parsed.data.reason));
  throw new BillingError('GATEWAY_DECLINED');
}

async function post(url: string, fields: Record<string, string>): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, body: await response.json() };
  } catch (error) {
    throw new BillingError('GATEWAY_RESULT_UNKNOWN', {}, { cause: error });
  }
}
