import type { PaymentStatus } from '../../schema/payment';
import { paymentStatus } from '../../schema/payment';
import type { PaymentChange } from './payment-state';
import { moves } from './payment-state';

const EXPECTED: Record<PaymentChange, Record<PaymentStatus, boolean>> = {
  process: { PENDING: true, PROCESSING: false, SUCCEEDED: false, FAILED: false, REFUNDED: false },
  succeed: { PENDING: true, PROCESSING: true, SUCCEEDED: false, FAILED: true, REFUNDED: false },
  fail: { PENDING: true, PROCESSING: true, SUCCEEDED: false, FAILED: false, REFUNDED: false },
};

const CELLS = (Object.keys(EXPECTED) as PaymentChange[]).flatMap((change) =>
  paymentStatus.options.map((status) => [change, status, EXPECTED[change][status]] as const),
);

test.each(CELLS)('%s from %s: %s', (change, status, expected) => {
  expect(moves(change, status)).toBe(expected);
});
