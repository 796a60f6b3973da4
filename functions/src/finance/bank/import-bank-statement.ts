import { numbering } from '../../invoices/config';
import { actorOf } from '../../platform/auth';
import { derivedId } from '../../platform/ids';
import { operation } from '../../platform/operation';
import { transact } from '../../platform/transact';
import type { ImportBankStatementAnswer, ImportBankStatementRequest } from '../../schema/bank-transaction';
import { importBankStatementRequest } from '../../schema/bank-transaction';
import { paths } from '../../schema/paths';
import { chunks, findCandidates } from './find-candidates';
import { importLines, MOST_LINES_PER_COMMIT } from './rules/import-lines';
import { lineIdentities } from './rules/line-identity';
import { readCamt053 } from './rules/read-camt053';
import { readCsv } from './rules/read-csv';
import type { Statement } from './rules/statement';

const ID_LENGTH = 20;

/**
 * `finance.importBankStatement`: keeps what came in on a bank account, each line once however often and in however
 * many files it is imported. Many lines take several commits; an import that was interrupted is repeated and adds
 * what is missing.
 */
export const importBankStatement = operation({
  request: importBankStatementRequest,
  // Two million characters of up to four bytes.
  largestBody: 8 * 1024 * 1024,
  allowed: 'staff',
  run: async (request, { caller, db, now }): Promise<ImportBankStatementAnswer> => {
    const { lines, skipped } = readStatement(request);
    const { prefix } = numbering();
    const identities = lineIdentities(lines);
    const withIds = lines.map((line, index) => ({
      id: derivedId(ID_LENGTH, 'bankTransaction', ...(identities[index] ?? [])),
      line,
    }));
    const answer = { imported: 0, known: 0, skipped };
    for (const part of chunks(withIds, MOST_LINES_PER_COMMIT)) {
      const command = { lines: part, prefix, actor: actorOf(caller) };
      const { imported, known } = await transact(db, now, async (get) => {
        const { existing } = await get({ existing: part.map(({ id }) => paths.bankTransaction(id)) });
        const fresh = part.filter((_, index) => existing[index] === null).map(({ line }) => line);
        // Read beside the transaction, not in it: a proposal is only a hint, and matching looks again.
        const candidates = await findCandidates(db, fresh, prefix);
        return importLines({ existing, candidates }, command);
      });
      answer.imported += imported;
      answer.known += known;
    }
    return answer;
  },
});

function readStatement({ format, content, account, currency }: ImportBankStatementRequest): Statement {
  switch (format) {
    case 'CAMT053':
      return readCamt053(content);
    case 'CSV':
      return readCsv(content, { account: account ?? null, currency: currency ?? null });
  }
}
