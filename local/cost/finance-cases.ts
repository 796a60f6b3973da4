import { finance as operations } from '../../functions/src/index';
import { minorUnits } from '../../functions/src/core/money';
import { aStatementLine } from '../../functions/src/finance/bank/testing/statement-factory';
import { writeCamt053 } from '../../functions/src/finance/bank/testing/write-camt053';
import { parkDifference } from '../../functions/src/finance/compare-day';
import { difference } from '../../functions/src/finance/rules/compare-report';
import type { GatewayEvent } from '../../functions/src/gateways/gateway';
import { applyGatewayEvent } from '../../functions/src/payments/apply-gateway-event';
import { firestore } from '../../functions/src/platform/firestore';
import { call, finance } from '../../functions/src/testing/calls';
import { storedInvoice } from '../../functions/src/testing/world';
import type { CostCase } from './cost-case';
import { casesOf } from './cost-case';
import { inTurkey } from './scenes';

const LINES = 3;

async function imported(): Promise<string> {
  await importLines(['Havale']);
  const [transaction] = (await firestore().collection('bankTransactions').get()).docs;
  return transaction?.id ?? '';
}

function importLines(remittances: readonly string[]) {
  const lines = remittances.map((remittance, index) =>
    aStatementLine({ bankReference: `FT-${index}`, remittance }),
  );
  return call(operations.importBankStatement, { format: 'CAMT053', content: writeCamt053(lines) }, finance);
}

/** News of a payment that nobody knows. */
async function failedEvent(): Promise<void> {
  const now = new Date();
  const event: GatewayEvent = {
    gateway: 'stripe',
    id: 'evt_unknown',
    type: 'charge.refunded',
    occurredAt: now,
    payloadDigest: '0'.repeat(64),
    gatewayReason: null,
    fact: {
      kind: 'PAYMENT_REFUNDED',
      payment: { paymentId: 'nobodys', owner: null },
      refundedTotal: minorUnits(100),
      currency: 'EUR',
    },
  };
  await expect(applyGatewayEvent(firestore(), event, now)).rejects.toThrow('PAYMENT_NOT_FOUND');
}

export const financeCases: readonly CostCase[] = [
  ...casesOf('finance.importBankStatement', {
    [`${LINES} new lines, one of which names an invoice`]: async () => {
      const { invoiceId } = await inTurkey();
      const { invoiceNumber } = await storedInvoice(invoiceId);
      return () => importLines([`Odeme ${invoiceNumber ?? ''}`, 'Havale', 'Havale']);
    },
  }),
  ...casesOf('finance.matchBankTransaction', {
    'with one invoice': async () => {
      const { invoiceId } = await inTurkey();
      const bankTransactionId = await imported();
      return () =>
        call(operations.matchBankTransaction, { bankTransactionId, invoiceIds: [invoiceId] }, finance);
    },
  }),
  ...casesOf('finance.dismissBankTransaction', {
    'no payment of an invoice': async () => {
      const bankTransactionId = await imported();
      return () =>
        call(operations.dismissBankTransaction, { bankTransactionId, reason: 'Paid-in capital' }, finance);
    },
  }),
  ...casesOf('finance.resolveDifference', {
    'with a note': async () => {
      const parked = difference({
        gateway: 'stripe',
        kind: 'PAYMENT_UNKNOWN',
        paymentId: null,
        gatewayPaymentId: 'pi_unknown',
        ours: null,
        theirs: minorUnits(12_000),
        currency: 'EUR',
      });
      await parkDifference(firestore(), parked, new Date());
      return () =>
        call(operations.resolveDifference, { differenceId: parked.id, note: 'Sent back at Stripe' }, finance);
    },
  }),
  ...casesOf('finance.acknowledgeEvent', {
    'with a note': async () => {
      await failedEvent();
      return () =>
        call(
          operations.acknowledgeEvent,
          { gatewayEventId: 'stripe_evt_unknown', note: 'Of another shop' },
          finance,
        );
    },
  }),
];
