import { dayOf } from '../../core/calendar';
import { dismissBankTransaction } from '../../finance/bank/dismiss-bank-transaction';
import { importBankStatement } from '../../finance/bank/import-bank-statement';
import { matchBankTransaction } from '../../finance/bank/match-bank-transaction';
import { ACCOUNT } from '../../finance/bank/testing/statement-factory';
import type { BankTransaction } from '../../schema/bank-transaction';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import { inCollection } from '../documents';
import type { StatementFormat } from './bank';
import type { Command } from './command';
import type { Action, Asking } from './history';
import { partOf } from './part-of';
import type { World } from './world';
import { CUSTOMERS, customersInvoices } from './world';

/** A customer sends money to the seller's account, and may say what for. */
export async function send(
  world: World,
  { invoice, both, part, isNamed, hasReference }: Extract<Action, { do: 'send' }>,
): Promise<void> {
  const { invoiceIds, uid, currency } = customersInvoices(invoice, both);
  const documents = await world.documents();
  const invoices = invoiceIds.map((id) => documents.get(paths.invoice(id)) as Invoice);
  const total = invoices.reduce((sum, one) => sum + one.total, 0);
  const numbers = invoices.flatMap(({ invoiceNumber }) => invoiceNumber ?? []);
  world.bank.receive({
    account: ACCOUNT,
    bankReference: hasReference ? `FT-${world.bank.transfers.length}` : null,
    bookedOn: dayOf(world.now()),
    amount: partOf(total, part),
    currency,
    payer: uid,
    remittance: isNamed && numbers.length > 0 ? numbers.join(' ') : 'Havale',
  });
}

/** Finance imports the account's statement; null when nothing has ever come in. */
export function importCommand(world: World, format: StatementFormat, since: number): Command | null {
  const request = world.bank.statement(format, since);
  if (request === null) return null;
  return { name: 'importStatement', run: () => importBankStatement.run(request, world.context()) };
}

/** Finance says which invoices a line of a statement is for: as proposed, or some of the customer's. */
export async function matchCommand(
  world: World,
  { do: name, line: at, asProposed, invoice, both }: Extract<Asking, { do: 'match' }>,
): Promise<Command | null> {
  const line = await lineAt(world, at);
  if (line === undefined) return null;
  const proposed = asProposed ? line.proposal?.invoiceIds : undefined;
  const customer = CUSTOMERS.findIndex(({ currency }) => currency === line.currency);
  const invoiceIds = proposed ?? customersInvoices(2 * customer + (invoice % 2), both).invoiceIds;
  const request = { bankTransactionId: line.id, invoiceIds };
  return { name, run: () => matchBankTransaction.run(request, world.context()) };
}

/** Finance sets a line aside. */
export async function dismissCommand(
  world: World,
  { do: name, line: at }: Extract<Asking, { do: 'dismiss' }>,
): Promise<Command | null> {
  const line = await lineAt(world, at);
  if (line === undefined) return null;
  const request = { bankTransactionId: line.id, reason: 'Sermaye ödemesi' };
  return { name, run: () => dismissBankTransaction.run(request, world.context()) };
}

/** A line of a statement that nobody has settled, as long as there is one. */
async function lineAt(world: World, at: number) {
  const lines = inCollection<BankTransaction>(await world.documents(), 'bankTransactions/*');
  const open = lines.filter(({ status }) => status === 'OPEN');
  const possible = open.length > 0 ? open : lines;
  return possible[at % Math.max(possible.length, 1)];
}
