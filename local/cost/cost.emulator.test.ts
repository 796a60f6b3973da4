import { projectId } from '../../functions/src/testing/environment';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HANDLED_TYPES } from '../../functions/src/gateways/stripe/events';
import * as surface from '../../functions/src/index';
import { firestore } from '../../functions/src/platform/firestore';
import { tasks } from '../../functions/src/platform/tasks';
import { costOf, countCalls } from '../../functions/src/testing/count-calls';
import { acceptUnsignedTokens } from '../../functions/src/testing/id-tokens';
import { wirePaytr } from '../flows/gateways';
import { ROOT } from '../tools/paths';
import { clockCases } from './clock-cases';
import type { CostCase } from './cost-case';
import type { CostRow, CostSection } from './cost-table';
import { costPage } from './cost-table';
import { financeCases } from './finance-cases';
import { INTRO } from './intro';
import { startMailCatcher } from '../mail/catcher';
import { invoiceCases } from './invoice-cases';
import { mailCases } from './mail-cases';
import { paymentCases } from './payment-cases';
import { paytrCases } from './paytr-cases';
import { subscriptionCases } from './subscription-cases';
import { stripeBilledCases, stripeBillingEventCases } from './stripe-billing-cases';
import { stripeCases } from './stripe-cases';
import { startStripeStage } from './stripe-stage';

/** `npm run cost` sets WRITE_COST, and the page is written instead of compared. */
const PAGE = join(ROOT, 'docs/cost.md');

let sections: CostSection[];
const closing: { close: () => Promise<void> }[] = [];

// Every function in turn, on a machine that has other things to do.
const PATIENCE = 300_000;

beforeAll(async () => {
  // Cloud Tasks takes what is due; no emulator stands in for it here, and it costs no document.
  jest.spyOn(tasks, 'enqueue').mockResolvedValue();
  closing.push(await acceptUnsignedTokens());
  const stripe = await startStripeStage();
  const paytr = await wirePaytr();
  const mailServer = await startMailCatcher();
  closing.push(stripe, paytr, mailServer);
  sections = [
    { title: 'Invoices', rows: await measureAll(invoiceCases) },
    { title: 'Payments and wallets', rows: await measureAll(paymentCases(stripe, paytr)) },
    { title: 'Subscriptions', rows: await measureAll(subscriptionCases) },
    { title: 'Mails', rows: await measureAll(mailCases(mailServer)) },
    { title: 'Finance', rows: await measureAll(financeCases) },
    { title: 'Events of Stripe', rows: await measureAll(stripeCases(stripe)) },
    { title: 'Notices of PayTR', rows: await measureAll(paytrCases(paytr)) },
    { title: 'By the clock', rows: await measureAll(clockCases(stripe)) },
  ];
  // Its clock is moved by months, which the pages of the others would not outlive.
  const billing = await startStripeStage();
  closing.push(billing);
  sections.push(
    { title: 'Subscriptions that Stripe bills', rows: await measureAll(stripeBilledCases(billing)) },
    { title: 'Events of Stripe Billing', rows: await measureAll(stripeBillingEventCases(billing)) },
  );
}, PATIENCE);
afterAll(() => Promise.all(closing.map((each) => each.close())));

async function measureAll(cases: readonly CostCase[]): Promise<CostRow[]> {
  const rows: CostRow[] = [];
  for (const { subject, what, prepare } of cases) {
    await clearFirestore();
    const act = await prepare();
    rows.push({ subject, what, ...costOf(await countCalls(firestore(), act)) });
  }
  return rows;
}

/** What one case left must not be found by the queries of the next. */
async function clearFirestore(): Promise<void> {
  const host = process.env.FIRESTORE_EMULATOR_HOST ?? '';
  const address = `http://${host}/emulator/v1/projects/${projectId}/databases/(default)/documents`;
  const { ok, status } = await fetch(address, { method: 'DELETE' });
  if (!ok) throw new Error(`The emulator was not cleared: ${status}`);
}

test('docs/cost.md says what was measured (npm run cost writes it)', () => {
  const page = costPage(INTRO, sections);
  if (process.env.WRITE_COST === '1') writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

test('every function and every event that we act on has a line', () => {
  const subjects = new Set(sections.flatMap(({ rows }) => rows.map(({ subject }) => subject)));
  const functions = Object.entries(surface).flatMap(([group, members]) =>
    Object.keys(members).map((member) => `${group}.${member}`),
  );
  // A webhook's lines are its events.
  const wanted = [...functions.filter((name) => !name.startsWith('webhooks.')), ...HANDLED_TYPES];
  expect(wanted.filter((name) => !subjects.has(name))).toEqual([]);
});

test('an event takes one read call and one commit', () => {
  const events = sections.filter(({ title }) => title.startsWith('Events') || title.startsWith('Notices'));
  const rows = events
    .flatMap((section) => section.rows)
    .filter(({ what }) => what !== 'the same event again');
  expect(rows.filter(({ readCalls, commits }) => readCalls > 1 || commits !== 1)).toEqual([]);
});
