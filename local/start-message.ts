import { summaryText, type DemoSummary } from './demo/summary';
import {
  TEST_CARD_CVV,
  TEST_CARD_EXPIRY,
  THREE_D_SECURE_CODE,
  testCards as paytrCards,
} from './paytr/test-cards';
import type { Stack } from './stack';

export interface Welcome {
  urls: Stack['urls'];
  demo: DemoSummary;
  logFile: string;
  keep: boolean;
}

/** What `npm start` says when everything runs: where it is, who can sign in, which cards pay, what to try. */
export function welcome({ urls, demo, logFile, keep }: Welcome): string {
  const cards = [
    ['Stripe', '4242 4242 4242 4242', 'pays (any later date, any CVC)'],
    ['Stripe', '4000 0027 6000 3184', 'asks for 3D Secure each time'],
    ['Stripe', '4000 0000 0000 9995', 'declines: insufficient funds'],
    [
      'PayTR',
      spaced(paytrCards.visa.number),
      `pays (${TEST_CARD_EXPIRY}, CVV ${TEST_CARD_CVV}, SMS ${THREE_D_SECURE_CODE})`,
    ],
  ];
  return [
    '',
    `The app is at ${urls.app}`,
    ...(urls.stripe === null
      ? ['Stripe is the real one, in test mode.']
      : [`Stripe stand-in   ${urls.stripe}`]),
    ...(urls.paytr === null
      ? ['PayTR is the real one, in test mode: its callbacks need a public address for the app.']
      : [`PayTR stand-in    ${urls.paytr}`]),
    `Mail              ${urls.mail}`,
    `Log               ${logFile}`,
    '',
    summaryText(demo),
    '',
    'Test cards',
    ...columns(cards),
    '',
    'Try next: sign in as a customer, pay an open invoice and watch its status change by itself.',
    keep
      ? 'Ctrl-C stops; the data is kept for the next `npm start -- --keep`.'
      : 'Ctrl-C stops; the data is gone then.',
  ].join('\n');
}

function spaced(cardNumber: string): string {
  return cardNumber.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Rows of text in columns, two spaces in from the left. */
function columns(rows: string[][]): string[] {
  const width = (index: number): number => Math.max(...rows.map((row) => row[index]?.length ?? 0));
  const widths = (rows[0] ?? []).map((_, index) => width(index));
  return rows.map((row) =>
    `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd(),
  );
}
