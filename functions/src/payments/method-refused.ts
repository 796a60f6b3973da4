import { BillingError } from '../platform/errors';
import * as logs from '../platform/logs';
import type { GatewayName } from '../schema/payment';

/** A call about a kept card: what is a refused payment elsewhere is a refusal about the card here. */
export async function methodRefused<Result>(
  gateway: GatewayName,
  name: string,
  call: () => Promise<Result>,
): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    logs.gatewayMethodCallFailed(gateway, name, error);
    if (error instanceof BillingError && error.code === 'GATEWAY_DECLINED') {
      throw new BillingError('PAYMENT_METHOD_REFUSED', {}, { cause: error });
    }
    throw error;
  }
}
