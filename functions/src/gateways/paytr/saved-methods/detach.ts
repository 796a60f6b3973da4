import * as z from 'zod';
import { BillingError } from '../../../platform/errors';
import * as logs from '../../../platform/logs';
import { post } from '../post';
import { signedRequest } from '../sign';
import { list } from './list';

const answer = z.object({ status: z.enum(['success', 'error', 'failed']) });

/** Makes PayTR forget a card. It refuses one that it does not have, so what it has now decides. */
export async function detach(method: {
  readonly gatewayCustomerId: string;
  readonly gatewayMethodId: string;
}): Promise<void> {
  const { gatewayCustomerId: utoken, gatewayMethodId: ctoken } = method;
  const { status } = await post('/odeme/capi/delete', signedRequest('cardDelete', { utoken, ctoken }), {
    answer,
    silence: 'GATEWAY_RESULT_UNKNOWN',
  });
  if (status === 'success') return;
  logs.gatewayRefused('paytr', 'capi/delete');
  if (await isKept(utoken, ctoken)) throw new BillingError('GATEWAY_DECLINED');
}

async function isKept(utoken: string, ctoken: string): Promise<boolean> {
  try {
    return (await list(utoken)).some(({ gatewayMethodId }) => gatewayMethodId === ctoken);
  } catch (error) {
    throw new BillingError('GATEWAY_RESULT_UNKNOWN', {}, { cause: error });
  }
}
