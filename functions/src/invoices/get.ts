import { operation } from '../platform/operation';
import { invoiceRequest } from '../schema/invoice';
import { invoiceAnswer } from './answer';
import { findInvoice } from './find-invoice';

/** `invoice.get`: one invoice, for its owner, members of its organization, and staff. */
export const getInvoice = operation({
  request: invoiceRequest,
  allowed: 'signedIn',
  run: async ({ invoiceId }, { caller, db }) =>
    invoiceAnswer(invoiceId, await findInvoice(db, caller, invoiceId)),
});
