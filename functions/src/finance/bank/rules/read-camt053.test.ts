import fc from 'fast-check';
import { thrownBy } from '../../../testing/thrown-by';
import { ACCOUNT, aStatementLine } from '../testing/statement-factory';
import { aLine } from '../testing/statement-arbitraries';
import { camt053, writeCamt053 } from '../testing/write-camt053';
import { readCamt053 } from './read-camt053';

const entry = (
  inside: string,
  { status = '<Sts>BOOK</Sts>', direction = 'CRDT', amount = '120.00' } = {},
) => `
  <Ntry>
    <Amt Ccy="TRY">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${status}
    <BookgDt><Dt>2026-03-09</Dt></BookgDt><AcctSvcrRef>FT-1</AcctSvcrRef>${inside}
  </Ntry>`;
const details = (...transactions: string[]) =>
  `<NtryDtls>${transactions.map((inside) => `<TxDtls>${inside}</TxDtls>`).join('')}</NtryDtls>`;
const read = (entries: string) => readCamt053(camt053(entries));
const line = aStatementLine({ bankReference: 'FT-1', payer: null, remittance: '' });

test('a statement of version .02, whole', () => {
  const content = camt053(
    entry(
      details(`
        <Refs><AcctSvcrRef>FT-1-1</AcctSvcrRef><EndToEndId>E2E-7</EndToEndId></Refs>
        <RltdPties><Dbtr><Nm>AYŞE  YILMAZ</Nm></Dbtr></RltdPties>
        <RmtInf><Ustrd>HYB-202603-0001</Ustrd><Ustrd>&#350;ubat &amp; Mart</Ustrd>
          <Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>
        <AddtlTxInf>Gelen EFT</AddtlTxInf>`),
    ),
  );
  expect(readCamt053(content)).toEqual({
    lines: [
      {
        account: ACCOUNT,
        bankReference: 'FT-1',
        bookedOn: '2026-03-09',
        amount: 12_000,
        currency: 'TRY',
        payer: 'AYŞE YILMAZ',
        remittance: 'HYB-202603-0001 Şubat & Mart RF18539007547034 E2E-7',
      },
    ],
    skipped: 0,
  });
});

test('version .08: status and name stand deeper, a prefix names the elements, a time stands for the day', () => {
  const inside = entry(details('<RltdPties><Dbtr><Pty><Nm>Işık A.Ş.</Nm></Pty></Dbtr></RltdPties>'), {
    status: '<Sts><Cd>BOOK</Cd></Sts>',
  }).replace('<Dt>2026-03-09</Dt>', '<DtTm>2026-03-08T21:30:00Z</DtTm>');
  const content = camt053(inside, { version: '08', account: '<Othr><Id>12345-6</Id></Othr>' }).replace(
    /<(\/?)(?=[A-Z])/g,
    '<$1camt:',
  );
  expect(readCamt053(content).lines).toEqual([{ ...line, account: '12345-6', payer: 'Işık A.Ş.' }]);
});

test('several statements and entries, each of its account', () => {
  const one = camt053(entry('') + entry(''));
  const other = `<Stmt><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>${entry('')}</Stmt>`;
  const { lines } = readCamt053(one.replace('</BkToCstmrStmt>', `${other}</BkToCstmrStmt>`));
  expect(lines.map(({ account }) => account)).toEqual([ACCOUNT, ACCOUNT, 'DE89370400440532013000']);
});

describe('no money that came in is skipped', () => {
  test.each([
    ['a debit', entry('', { direction: 'DBIT' })],
    ['not booked yet', entry('', { status: '<Sts>PDNG</Sts>' })],
    ['not booked yet, version .08', entry('', { status: '<Sts><Cd>PDNG</Cd></Sts>' })],
    ['for information only', entry('', { status: '<Sts>INFO</Sts>' })],
    ['a debit given back', entry('<RvslInd>true</RvslInd>')],
    ['the same, as a digit', entry('<RvslInd>1</RvslInd>')],
    ['nothing', entry('', { amount: '0.00' })],
  ])('%s', (_edge, entries) => {
    expect(read(entries)).toEqual({ lines: [], skipped: 1 });
  });

  test('no reversal', () => {
    expect(read(entry('<RvslInd>false</RvslInd>')).lines).toEqual([line]);
  });
});

describe('a batch', () => {
  const share = (amount: string, inside = '') =>
    `<AmtDtls><TxAmt><Amt Ccy="TRY">${amount}</Amt></TxAmt></AmtDtls>${inside}`;
  const summary = (entries: string) =>
    read(entries).lines.map(({ amount, bankReference, remittance }) => [amount, bankReference, remittance]);

  test('of transactions that say what they brought is taken apart', () => {
    const one = share(
      '100.00',
      '<Refs><AcctSvcrRef>TX-1</AcctSvcrRef></Refs><RmtInf><Ustrd>a</Ustrd></RmtInf>',
    );
    const other = share('20.00', '<RmtInf><Ustrd>b</Ustrd></RmtInf>');
    expect(summary(entry(details(one, other)))).toEqual([
      [10_000, 'TX-1', 'a'],
      [2_000, 'FT-1', 'b'],
    ]);
  });

  test('of later versions, where the amount stands in the transaction itself', () => {
    const transaction = (amount: string) => `<Amt Ccy="TRY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`;
    expect(
      summary(entry(details(transaction('119.99'), transaction('0.01')))).map(([amount]) => amount),
    ).toEqual([11_999, 1]);
  });

  test.each([
    ['brings less than was booked', [share('100.00'), share('19.99')]],
    ['brings more than was booked', [share('100.00'), share('20.01')]],
    ['does not say what one brought', [share('100.00'), '']],
    ['is in another currency', [share('100.00'), share('20.00').replace('TRY', 'USD')]],
    ['takes charges off', [share('140.00'), share('20.00', '<CdtDbtInd>DBIT</CdtDbtInd>')]],
  ])('that %s stays one line of what was booked', (_edge, [one = '', other = '']) => {
    const text = (words: string) => `<RmtInf><Ustrd>${words}</Ustrd></RmtInf>`;
    expect(summary(entry(details(one + text('a'), other + text('b'))))).toEqual([[12_000, 'FT-1', 'a b']]);
  });
});

test.each([
  [
    'what the payer wrote nowhere, the bank’s remark',
    details('<AddtlTxInf>Gelen EFT</AddtlTxInf>'),
    'Gelen EFT',
  ],
  ['no details, the remark on the entry', '<AddtlNtryInf>Havale</AddtlNtryInf>', 'Havale'],
  ['no reference of the payer’s', details('<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>'), ''],
  ['characters as they are', details('<RmtInf><Ustrd><![CDATA[<HYB> & Co]]></Ustrd></RmtInf>'), '<HYB> & Co'],
])('remittance: %s', (_edge, inside, remittance) => {
  expect(read(entry(inside)).lines).toMatchObject([{ remittance }]);
});

const bomb = `<!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
const outside = `<!DOCTYPE Document [<!ENTITY file SYSTEM "file:///etc/hostname">]>`;
const whole = camt053(entry(''));

test.each<[string, string, string, object?]>([
  ['entities that grow', whole.replace('<Document', `${bomb}<Document`), 'DOCUMENT_TYPE'],
  ['entities from outside', whole.replace('<Document', `${outside}<Document`), 'DOCUMENT_TYPE'],
  ['a file that was cut short', whole.slice(0, -40), 'NOT_XML'],
  ['no XML', 'Tarih;Tutar', 'NOT_XML'],
  ['names of JavaScript’s own', whole.replaceAll('Acct>', '__proto__>'), 'NOT_XML'],
  ['another document', '<Document><BkToCstmrDbtCdtNtfctn/></Document>', 'NOT_CAMT053'],
  ['an entry without an amount', whole.replace(/<Amt.*<\/Amt>/, ''), 'ENTRY_AMOUNT'],
  ['an amount without a currency', whole.replace(' Ccy="TRY"', ''), 'ENTRY_AMOUNT'],
  ['an amount that is none', whole.replace('120.00', '120,00'), 'ENTRY_AMOUNT'],
  ['an entry without a status', whole.replace('<Sts>BOOK</Sts>', ''), 'ENTRY_STATUS'],
  ['an entry without a date', whole.replace('2026-03-09', 'yesterday'), 'ENTRY_DATE'],
  ['more lines than are taken', camt053(entry('').repeat(5_001)), 'TOO_MANY_LINES', { most: 5_000 }],
])('refuses %s', (_edge, content, problem, where = {}) => {
  expect(thrownBy(() => readCamt053(content))).toEqual({
    code: 'STATEMENT_UNREADABLE',
    facts: { problem, ...where },
  });
});

test('what is written as a statement is read back', () => {
  fc.assert(
    fc.property(fc.array(aLine), (lines) => {
      expect(readCamt053(writeCamt053(lines))).toEqual({ lines, skipped: 0 });
    }),
  );
});
