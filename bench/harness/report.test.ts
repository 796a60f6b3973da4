import { keeps } from './figure';
import { jsonLine, resultOf, table } from './report';

const throughput = { name: 'webhook.throughput', unit: 'events/s', target: { atLeast: 0.6 } };
const latency = { name: 'live.latency', unit: 'ms', target: { atMost: 2 } };

test('a line of JSON has these five fields, in this order', () => {
  const line = jsonLine(resultOf(throughput, { value: 123.456, baseline: 200 }));
  expect(line).toBe(
    '{"name":"webhook.throughput","value":123.5,"unit":"events/s","baseline":200,"ratio":0.6173}',
  );
});

test('the ratio is value over baseline', () => {
  expect(resultOf(latency, { value: 30, baseline: 20 }).ratio).toBe(1.5);
});

test.each([
  ['on the upper bound', { atMost: 2 }, 2, true],
  ['above the upper bound', { atMost: 2 }, 2.01, false],
  ['on the lower bound', { atLeast: 0.6 }, 0.6, true],
  ['below the lower bound', { atLeast: 0.6 }, 0.59, false],
  ['without a baseline, nothing is kept', { atMost: 2 }, Number.NaN, false],
])('a ratio %s', (_label, target, ratio, expected) => {
  expect(keeps(target, ratio)).toBe(expected);
});

test('the table aligns its columns and names what missed its target', () => {
  const results = [
    resultOf(throughput, { value: 160, baseline: 200 }),
    resultOf(latency, { value: 41.26, baseline: 18.3 }),
  ];
  expect(table(results).split('\n')).toEqual([
    'figure              value  baseline  unit      ratio  target',
    'webhook.throughput    160       200  events/s   0.80  ≥ 0.6   ok',
    'live.latency         41.3      18.3  ms         2.25  ≤ 2     MISSED',
  ]);
});
