import type {
  DismissBankTransactionRequest,
  ImportBankStatementRequest,
  MatchBankTransactionRequest,
} from '@hyble/billing-functions/src/schema/bank-transaction';
import type { ResolveDifferenceRequest } from '@hyble/billing-functions/src/schema/difference';
import type { AcknowledgeEventRequest } from '@hyble/billing-functions/src/schema/gateway-event';
import { call } from '../../lib/callable';

/** Takes the incoming money of a statement over; lines that are known already are left out. @throws CallError */
export function importBankStatement(request: ImportBankStatementRequest) {
  return call('finance-importBankStatement', request);
}

/** A line of a statement becomes a payment. @throws CallError */
export function matchBankTransaction(request: MatchBankTransactionRequest) {
  return call('finance-matchBankTransaction', request);
}

/** Sets a line of a statement aside. @throws CallError */
export function dismissBankTransaction(request: DismissBankTransactionRequest) {
  return call('finance-dismissBankTransaction', request);
}

/** @throws CallError */
export function resolveDifference(request: ResolveDifferenceRequest) {
  return call('finance-resolveDifference', request);
}

/** A failed event waits for nobody any more. @throws CallError */
export function acknowledgeEvent(request: AcknowledgeEventRequest) {
  return call('finance-acknowledgeEvent', request);
}
