import { startOfDay } from '../../../core/calendar';
import type { Decision } from '../../../core/decision';
import { create } from '../../../core/decision';
import type { BankTransaction } from '../../../schema/bank-transaction';
import { paths } from '../../../schema/paths';
import type { Actor } from '../../rules/audit';
import { auditWrite } from '../../rules/audit';
import type { Candidates } from './propose-match';
import { proposeMatch } from './propose-match';
import type { StatementLine } from './statement';

/** A statement's line with the id that its identity makes. */
export interface LineWithId {
  readonly id: string;
  readonly line: StatementLine;
}

/** Writes of one commit: as many lines, and the record of the act. */
export const MOST_LINES_PER_COMMIT = 499;

/** Stores those lines that no earlier import brought, each with a proposal; what is known stays as it is. */
export function importLines(
  { existing, candidates }: { existing: readonly (BankTransaction | null)[]; candidates: Candidates },
  { lines, prefix, actor }: { lines: readonly LineWithId[]; prefix: string; actor: Actor },
): Decision<{ imported: number; known: number }> {
  const fresh = lines.filter((_, index) => existing[index] === null);
  const result = { imported: fresh.length, known: lines.length - fresh.length };
  if (fresh.length === 0) return { writes: [], result };
  const creates = fresh.map(({ id, line }) => {
    const { bookedOn, ...told } = line;
    return create(paths.bankTransaction(id), {
      ...told,
      bookedOn: startOfDay(bookedOn),
      status: 'OPEN',
      proposal: proposeMatch(line, candidates, prefix),
      paymentId: null,
    });
  });
  return {
    writes: [...creates, auditWrite(actor, 'finance.importBankStatement', 'bankTransactions')],
    result,
  };
}
