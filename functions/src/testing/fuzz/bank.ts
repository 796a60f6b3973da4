import type { CalendarDay } from '../../core/calendar';
import type { StatementLine } from '../../finance/bank/rules/statement';
import { writeCamt053 } from '../../finance/bank/testing/write-camt053';
import { writeCsv } from '../../finance/bank/testing/write-csv';
import type { ImportBankStatementRequest } from '../../schema/bank-transaction';

export type StatementFormat = ImportBankStatementRequest['format'];

/** The seller's account: what customers sent, which we hear of only from a statement. */
export interface Bank {
  /** In the order in which it came. */
  readonly transfers: readonly StatementLine[];
  readonly receive: (transfer: StatementLine) => void;
  /**
   * The file that finance fetches, as a request to import it: whole days, beginning with one of those on which
   * something came; 0 is the first of them.
   */
  readonly statement: (format: StatementFormat, since: number) => ImportBankStatementRequest | null;
}

export function bank(): Bank {
  const transfers: StatementLine[] = [];
  return {
    transfers,
    receive: (transfer) => {
      transfers.push(transfer);
    },
    statement: (format, since) => {
      const days = [...new Set(transfers.map(({ bookedOn }) => bookedOn))];
      const first = days[since % Math.max(days.length, 1)];
      return first === undefined ? null : written(format, linesSince(transfers, first));
    },
  };
}

function linesSince(transfers: readonly StatementLine[], first: CalendarDay): StatementLine[] {
  return transfers.filter(({ bookedOn }) => bookedOn >= first);
}

function written(format: StatementFormat, lines: readonly StatementLine[]): ImportBankStatementRequest {
  switch (format) {
    case 'CAMT053':
      return { format, content: writeCamt053(lines) };
    case 'CSV': {
      const account = lines[0]?.account ?? undefined;
      return { format, content: writeCsv(lines), account };
    }
  }
}
