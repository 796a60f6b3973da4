import type { CollectionOutcome } from '../../functions/src/finance/rules/collection-outcome';
import { formatsFor } from '../../functions/src/invoices/pdf/format';
import type { Tally } from '../../functions/src/testing/simulation/cloud';
import type { Collection, Summary } from '../../functions/src/testing/simulation/summary';

/** A summary as people read it, in Markdown, so that it can go into the documentation as it is. */
export function reportOf(summary: Summary): string {
  return [
    section('Monthly recurring revenue', 'Without VAT; a yearly plan counts a twelfth.', revenue(summary)),
    section(
      'Collection of subscription invoices',
      'With VAT. Recovered: a payment failed or was late, and came before the suspension.',
      collection(summary),
    ),
    section('Dunning that ended with a payment', '', counts(summary.recoveredWithin)),
    section('What was there in the end', '', counts(summary.counts)),
    section(
      'Refused commands',
      'Answers that a person reads; any other failure ends a run.',
      counts(summary.refusals),
    ),
    section('What it cost', costIntro(summary), costs(summary)),
  ].join('\n\n');
}

function section(title: string, intro: string, rows: string): string {
  return [`## ${title}`, ...(intro === '' ? [] : [intro]), rows].join('\n\n');
}

function revenue({ months }: Summary): string {
  const rows = months.flatMap(({ month, customers, movements }) =>
    Object.entries(movements).map(([currency, movement], index) => {
      const { money } = formatsFor('en', currency);
      const { fresh, expansion, contraction, churn, reactivation, closing, count } = movement;
      const rate = count.opening === 0 ? '' : `${((count.churned / count.opening) * 100).toFixed(1)} %`;
      return [
        index === 0 ? month : '',
        index === 0 ? String(customers) : '',
        currency,
        ...[fresh, expansion, contraction, churn, reactivation, closing].map((amount) => money(amount)),
        String(count.closing),
        rate,
      ];
    }),
  );
  const head = [
    ...['month', 'customers', 'currency', 'new', 'expansion', 'contraction', 'churn', 'back'],
    ...['MRR', 'subscriptions', 'churned'],
  ];
  return table(head, rows, 3);
}

const OUTCOMES: Readonly<Record<CollectionOutcome, string>> = {
  ON_TIME: 'on time',
  RECOVERED: 'recovered',
  AFTER_SUSPENSION: 'recovered after the suspension',
  OPEN: 'open',
  LOST: 'lost',
  WITHDRAWN: 'taken back unpaid',
};

function collection({ collection: all }: Summary): string {
  const rows = Object.entries(all).flatMap(([currency, outcomes]) => {
    const { money } = formatsFor('en', currency);
    const total = Object.values(outcomes).reduce((sum, { amount }) => sum + amount, 0);
    return (Object.entries(outcomes) as [CollectionOutcome, Collection][]).map(
      ([outcome, { invoices, amount }], index) => [
        index === 0 ? currency : '',
        OUTCOMES[outcome],
        String(invoices),
        money(amount),
        total === 0 ? '' : `${((amount / total) * 100).toFixed(1)} %`,
      ],
    );
  });
  return table(['currency', 'outcome', 'invoices', 'amount', 'share'], rows, 2);
}

function counts(of: Readonly<Record<string, number>>): string {
  const rows = Object.entries(of).map(([what, count]) => [what, String(count)]);
  return rows.length === 0 ? 'None.' : table(['what', 'how often'], rows, 1);
}

function costIntro(summary: Summary): string {
  const { bill, customerMonths } = summary;
  const total = (field: keyof Tally) => Object.values(bill).reduce((sum, tally) => sum + tally[field], 0);
  const each = (count: number) => (count / Math.max(1, customerMonths)).toFixed(1);
  const [reads, writes, deletes] = [total('reads'), total('writes'), total('deletes')];
  const trips = total('readCalls') + total('commits');
  return (
    `${reads} reads, ${writes} writes, ${deletes} deletes in ${trips} round trips; for each of ${customerMonths} ` +
    `customer-months ${each(reads)} reads, ${each(writes)} writes, ${each(trips)} round trips.`
  );
}

function costs({ bill }: Summary): string {
  const rows = Object.entries(bill).map(([name, { times, reads, writes, readCalls, commits }]) => [
    `\`${name}\``,
    ...[times, reads, writes, readCalls + commits].map(String),
    (reads / times).toFixed(1),
    (writes / times).toFixed(1),
    ((readCalls + commits) / times).toFixed(1),
  ]);
  const head = [
    'function',
    'times',
    'reads',
    'writes',
    'round trips',
    'reads each',
    'writes each',
    'trips each',
  ];
  return table(head, rows, 1);
}

/** @param texts How many columns from the left are text; the others are numbers. */
function table(head: readonly string[], rows: readonly (readonly string[])[], texts: number): string {
  const widths = head.map((name, at) =>
    Math.max(name.length, 4, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at < texts ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}
