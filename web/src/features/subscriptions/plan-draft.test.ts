import { planWith } from '../../testing/factories';
import { draftOf, emptyPlan, readPlan } from './plan-draft';
import type { PlanDraft, PlanField } from './plan-draft';

const draft = (override: Partial<PlanDraft> = {}): PlanDraft => ({
  ...emptyPlan('tr'),
  name: 'Pro',
  price: '1.234,50',
  ...override,
});

test('a plan reads as it was shown', () => {
  const { name, description, billingPeriod, price, currency, taxRate, features, trialDays } = planWith();
  const wish = { name, description, billingPeriod, price, currency, taxRate, features, trialDays };
  expect(readPlan(draftOf(planWith(), 'tr'), 'tr')).toEqual({ wish, problems: new Set() });
});

test.each<[string, Partial<PlanDraft>, object]>([
  ['a price by the language', {}, { price: 123_450 }],
  ['a price of nothing', { price: '0' }, { price: 0 }],
  ['features a line each, without blank ones', { features: ' a \n\nb' }, { features: ['a', 'b'] }],
  ['a rate with decimals', { taxRate: '8,25' }, { taxRate: 8.25 }],
  ['trial days', { trialDays: '14' }, { trialDays: 14 }],
])('%s', (_, override, wish) => {
  expect(readPlan(draft(override), 'tr').wish).toMatchObject(wish);
});

test.each<[string, Partial<PlanDraft>, PlanField]>([
  ['no name', { name: ' ' }, 'name'],
  ['a name too long', { name: 'x'.repeat(201) }, 'name'],
  ['a description too long', { description: 'x'.repeat(1001) }, 'description'],
  ['no price', { price: '' }, 'price'],
  ['a price below zero', { price: '-1' }, 'price'],
  ['a price finer than its currency', { price: '1,005' }, 'price'],
  ['a rate above 100', { taxRate: '101' }, 'taxRate'],
  ['a rate of three decimals', { taxRate: '8,125' }, 'taxRate'],
  ['a feature too long', { features: 'x'.repeat(201) }, 'features'],
  ['too many features', { features: 'x\n'.repeat(51) }, 'features'],
  ['a trial of more than a year', { trialDays: '366' }, 'trialDays'],
  ['half a day of trial', { trialDays: '0,5' }, 'trialDays'],
])('%s is refused', (_, override, field) => {
  expect(readPlan(draft(override), 'tr')).toEqual({ wish: null, problems: new Set([field]) });
});
