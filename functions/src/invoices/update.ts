import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { updateInvoiceRequest } from '../schema/invoice';
import { paths } from '../schema/paths';
import { readProducts } from './read-products';
import { updateDraft } from './rules/draft-invoice';

/** `invoice.update`: replaces the content of a draft. */
export const updateInvoice = operation({
  request: updateInvoiceRequest,
  allowed: 'staff',
  run: (request, { caller, db, now }) => {
    const command = { request, actor: actorOf(caller) };
    return transact(db, now, async (get) => {
      const found = await get({
        invoice: paths.invoice(request.invoiceId),
        ...readProducts.ask(request.items),
      });
      return updateDraft({ ...found, products: readProducts.found(request.items, found.products) }, command);
    });
  },
});
