import type { SettlementFact } from '../../gateways/gateway';

const STATUS = {
  PAYMENT_SUCCEEDED: 'SUCCEEDED',
  PAYMENT_PROCESSING: 'PROCESSING',
  PAYMENT_FAILED: 'FAILED',
} as const satisfies Record<SettlementFact['kind'], string>;

/** The status of a payment once what its gateway answered is applied. */
export function settledStatus({ kind }: Pick<SettlementFact, 'kind'>): (typeof STATUS)[typeof kind] {
  return STATUS[kind];
}
