import { readArguments } from './arguments';
import type { Figure } from './figure';

const figures: Figure[] = ['webhook.throughput', 'webhook.stripe.commits', 'pdf.10', 'pdf.100'].map(
  (name) => ({
    name,
    unit: 'ms',
    target: { atMost: 1 },
    measure: () => Promise.resolve({ value: 1, baseline: 1 }),
  }),
);

test.each([
  ['nothing: all of them', [], ['webhook.throughput', 'webhook.stripe.commits', 'pdf.10', 'pdf.100']],
  ['one by its name, which begins another', ['--only', 'pdf.10'], ['pdf.10']],
  ['a group by its first word', ['--only', 'webhook'], ['webhook.throughput', 'webhook.stripe.commits']],
  [
    'several, in the order of the report',
    ['--only=pdf.100', '--only=webhook.throughput'],
    ['webhook.throughput', 'pdf.100'],
  ],
])('%s', (_label, args, names) => {
  expect(readArguments(args, figures).figures.map(({ name }) => name)).toEqual(names);
});

test('JSON is for who asks', () => {
  expect(readArguments([], figures).json).toBe(false);
  expect(readArguments(['--json'], figures).json).toBe(true);
});

test('an unknown figure is refused with those that there are', () => {
  expect(() => readArguments(['--only', 'pdf.9'], figures)).toThrow(
    /no figure pdf\.9[^]*webhook\.throughput/,
  );
});

test('an unknown option is refused', () => {
  expect(() => readArguments(['--rounds', '3'], figures)).toThrow(/--rounds/);
});
