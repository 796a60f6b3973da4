import { INVOICE_ID_LENGTH, derivedId } from '../platform/ids';
import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { createInvoiceRequest } from '../schema/invoice';
import { paths } from '../schema/paths';
import { readProducts } from './read-products';
import { createDraft } from './rules/draft-invoice';

/** `invoice.create`: a draft, its lines priced by the server. */
export const createInvoice = operation({
  request: createInvoiceRequest,
  allowed: 'staff',
  run: (request, { caller, db, now }) => {
    const invoiceId = derivedId(INVOICE_ID_LENGTH, caller.uid, request.requestId);
    const command = { invoiceId, request, actor: actorOf(caller) };
    return transact(db, now, async (get) => {
      const found = await get({
        existing: paths.invoice(invoiceId),
        user: paths.user(request.userId),
        organization: request.organizationId ? paths.organization(request.organizationId) : null,
        ...readProducts.ask(request.items),
      });
      return createDraft({ ...found, products: readProducts.found(request.items, found.products) }, command);
    });
  },
});
