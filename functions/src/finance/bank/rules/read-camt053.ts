import type { MinorUnits } from '../../../core/money';
import { subtract, ZERO } from '../../../core/money';
import { readDecimal } from './read-amount';
import { readIsoDay } from './read-day';
import type { Statement, StatementLine } from './statement';
import { assertLineCount, nameOrNull, remittanceText, unreadable } from './statement';
import type { XmlNode } from './xml-node';
import { attributeOf, elements, parseXml, textAt, textsAt } from './xml-node';

/**
 * Reads a bank-to-customer statement of ISO 20022, camt.053 in its versions .02 to .08, which differ for us in
 * where the status, a transaction's amount and the payer's name stand. Taken are credits that are booked;
 * a reversal that credits gives our own money back and is nobody's payment.
 *
 * @throws BillingError STATEMENT_UNREADABLE
 */
export function readCamt053(content: string): Statement {
  const [report] = elements(parseXml(content.replace(/^\uFEFF/, '')), 'Document', 'BkToCstmrStmt');
  if (report === undefined) return unreadable('NOT_CAMT053');
  const read = elements(report, 'Stmt').flatMap((statement) => {
    const account = textAt(statement, 'Acct', 'Id', 'IBAN') ?? textAt(statement, 'Acct', 'Id', 'Othr', 'Id');
    return elements(statement, 'Ntry').map((entry) => readEntry(entry, nameOrNull(account)));
  });
  const lines = read.flat();
  const skipped = read.filter((entry) => entry.length === 0).length;
  assertLineCount(lines.length + skipped);
  return { lines, skipped };
}

/** The lines of an entry: one, one each of a batch, or none when it is no money that came in. */
function readEntry(entry: XmlNode, account: string | null): StatementLine[] {
  if (!isBookedCredit(entry)) return [];
  const amount = elements(entry, 'Amt')[0] ?? unreadable('ENTRY_AMOUNT');
  const booked = readAmount(amount) ?? unreadable('ENTRY_AMOUNT');
  if (booked.amount === 0) return [];
  const date = elements(entry, 'BookgDt')[0] ?? elements(entry, 'ValDt')[0] ?? '';
  const bookedOn = readIsoDay(textAt(date, 'Dt') ?? textAt(date, 'DtTm') ?? '');
  const line = {
    account,
    bankReference: nameOrNull(textAt(entry, 'AcctSvcrRef')),
    bookedOn: bookedOn ?? unreadable('ENTRY_DATE'),
    ...booked,
  };
  const details = elements(entry, 'NtryDtls', 'TxDtls');
  const shares = details.map((detail) => readShare(detail, booked.currency));
  if (details.length > 1 && addUp(shares, booked.amount)) {
    return details.map((detail, index) => ({
      ...line,
      ...texts(entry, [detail]),
      bankReference: nameOrNull(textAt(detail, 'Refs', 'AcctSvcrRef')) ?? line.bankReference,
      amount: shares[index] ?? ZERO,
    }));
  }
  const [only] = details;
  const reference = details.length === 1 && only ? textAt(only, 'Refs', 'AcctSvcrRef') : null;
  return [{ ...line, ...texts(entry, details), bankReference: line.bankReference ?? nameOrNull(reference) }];
}

function isBookedCredit(entry: XmlNode): boolean {
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts') ?? unreadable('ENTRY_STATUS');
  const isReversal = ['true', '1'].includes(textAt(entry, 'RvslInd') ?? '');
  return textAt(entry, 'CdtDbtInd') === 'CRDT' && status === 'BOOK' && !isReversal;
}

function readAmount(node: XmlNode): { amount: MinorUnits; currency: string } | null {
  const currency = attributeOf(node, 'Ccy');
  const text = textAt(node);
  if (text === null || currency === null || !/^[A-Z]{3}$/.test(currency)) return null;
  const amount = readDecimal(text, currency);
  return amount === null ? null : { amount, currency };
}

/** What a transaction of a batch brought, when it says so in the currency of the account. */
function readShare(detail: XmlNode, currency: string): MinorUnits | null {
  if ((textAt(detail, 'CdtDbtInd') ?? 'CRDT') !== 'CRDT') return null;
  const [node] = [...elements(detail, 'Amt'), ...elements(detail, 'AmtDtls', 'TxAmt', 'Amt')];
  const share = node === undefined ? null : readAmount(node);
  return share?.currency === currency && share.amount > 0 ? share.amount : null;
}

/** A batch is taken apart only when its parts are all of what was booked: no unit is made up or lost. */
function addUp(shares: readonly (MinorUnits | null)[], booked: MinorUnits): boolean {
  let rest = booked;
  for (const share of shares) {
    if (share === null || share > rest) return false;
    rest = subtract(rest, share);
  }
  return rest === 0;
}

function texts(entry: XmlNode, details: readonly XmlNode[]): Pick<StatementLine, 'payer' | 'remittance'> {
  const payers = details.map(
    (detail) => textAt(detail, 'RltdPties', 'Dbtr', 'Nm') ?? textAt(detail, 'RltdPties', 'Dbtr', 'Pty', 'Nm'),
  );
  const written = remittanceText(details.flatMap(writtenBy));
  const remarks = [...details.map((detail) => textAt(detail, 'AddtlTxInf')), textAt(entry, 'AddtlNtryInf')];
  return {
    payer: nameOrNull(details.length === 1 ? payers[0] : null),
    remittance: written === '' ? remittanceText(remarks) : written,
  };
}

/** What the payer gave along: free text, a reference of the creditor's, an invoice's number, a reference of their own. */
function writtenBy(detail: XmlNode): readonly (string | null)[] {
  const endToEndId = textAt(detail, 'Refs', 'EndToEndId');
  return [
    ...textsAt(detail, 'RmtInf', 'Ustrd'),
    ...textsAt(detail, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref'),
    ...textsAt(detail, 'RmtInf', 'Strd', 'RfrdDocInf', 'Nb'),
    ...textsAt(detail, 'RmtInf', 'Strd', 'AddtlRmtInf'),
    endToEndId === 'NOTPROVIDED' ? null : endToEndId,
  ];
}
