import * as z from 'zod';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';
import { fieldsNamedIn } from './fields-named';
import { post } from './post';

const answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('success'), token: z.string().min(1) }),
  z.object({ status: z.literal('failed'), reason: z.string() }),
]);

/**
 * Asks PayTR for an iFrame token.
 * @throws BillingError GATEWAY_DECLINED when PayTR refuses, GATEWAY_RESULT_UNKNOWN when it does not answer or not
 *   in its own format. No money moves by asking, so it may be asked again.
 */
export async function getToken(fields: Readonly<Record<string, string>>): Promise<string> {
  const given = await post('/odeme/api/get-token', fields, { answer, silence: 'GATEWAY_RESULT_UNKNOWN' });
  if (given.status === 'success') return given.token;
  logs.gatewayRefused('paytr', fieldsNamedIn(given.reason));
  throw new BillingError('GATEWAY_DECLINED');
}
