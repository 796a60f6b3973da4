import { toDecimalString } from '../../../core/currency';
import type { StatementLine } from '../rules/statement';
import { ACCOUNT } from './statement-factory';

/** The text of an element or attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

/** A camt.053.001.02 statement of one account, one credit entry each line. */
export function writeCamt053(lines: readonly StatementLine[]): string {
  return camt053(lines.map((line) => entry(line)).join('\n'));
}

/** The document around the entries of one account. */
export function camt053(
  entries: string,
  { version = '02', account = `<IBAN>${ACCOUNT}</IBAN>` }: { version?: string; account?: string } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">
  <BkToCstmrStmt>
    <GrpHdr><MsgId>STMT-1</MsgId><CreDtTm>2026-03-10T06:00:00+03:00</CreDtTm></GrpHdr>
    <Stmt><Id>1</Id><Acct><Id>${account}</Id></Acct>${entries}</Stmt>
  </BkToCstmrStmt>
</Document>`;
}

function entry({ amount, currency, bookedOn, bankReference, payer, remittance }: StatementLine): string {
  return `<Ntry>
  <Amt Ccy="${currency}">${toDecimalString(amount, currency)}</Amt>
  <CdtDbtInd>CRDT</CdtDbtInd>
  <Sts>BOOK</Sts>
  <BookgDt><Dt>${bookedOn}</Dt></BookgDt>
  ${element('AcctSvcrRef', bankReference)}
  <NtryDtls><TxDtls>
    ${payer === null ? '' : `<RltdPties><Dbtr>${element('Nm', payer)}</Dbtr></RltdPties>`}
    <RmtInf>${element('Ustrd', remittance)}</RmtInf>
  </TxDtls></NtryDtls>
</Ntry>`;
}

function element(name: string, text: string | null): string {
  return text === null ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}
