import { actorOf } from '../platform/auth';
import { inTurn } from '../platform/in-turn';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { invoiceRequest } from '../schema/invoice';
import { paths } from '../schema/paths';
import { numbering, seller } from './config';
import { issueInvoice as decideIssue } from './rules/issue-invoice';

/** `invoice.issue`: gives the number, names the parties, posts the receivable. */
export const issueInvoice = operation({
  request: invoiceRequest,
  allowed: 'staff',
  run: ({ invoiceId }, { caller, db, now }) => {
    const command = { invoiceId, seller: seller(), numbering: numbering(), actor: actorOf(caller) };
    // Everybody who issues waits for the one counter; those in this instance wait here, in order.
    return inTurn(db, () =>
      transact(db, now, async (get) => {
        // The buyer is found through the draft; the counter is read last.
        const { invoice } = await get({ invoice: paths.invoice(invoiceId) });
        const rest = await get({
          user: invoice === null ? null : paths.user(invoice.userId),
          organization: invoice?.organizationId ? paths.organization(invoice.organizationId) : null,
          counter: paths.invoiceNumberCounter,
        });
        return decideIssue({ invoice, ...rest }, command, now);
      }),
    );
  },
});
