import type { GatewayName } from '../schema/payment';
import type { Gateway } from './gateway';

/** Every gateway, loaded when it is first needed: a call to one must not wait for the other's code. */
export const gateways: Record<GatewayName, () => Promise<Gateway>> = {
  stripe: async () => (await import('./stripe/adapter')).stripe,
  paytr: async () => (await import('./paytr/adapter')).paytr,
};

export function gatewayNamed(name: GatewayName): Promise<Gateway> {
  return gateways[name]();
}
