import { resolve } from 'node:path';
import { run } from '../../local/tools/run';
import { BUNDLE } from '../fixtures/deployed';
import { environment } from '../fixtures/environment';
import type { Figure } from '../harness/figure';
import { interleave } from '../harness/interleave';

const SCRIPT = resolve(__dirname, '..', 'cold-start', 'load.mjs');

/**
 * `coldstart.webhook`, `coldstart.api`: milliseconds until a fresh process has loaded the built functions and all
 * that a first request of this kind imports. The baseline loads what no function can do without: firebase-functions
 * and the Firestore client.
 */
export const coldStart: Figure[] = (['webhook', 'api'] as const).map((kind) => ({
  name: `coldstart.${kind}`,
  unit: 'ms',
  target: { atMost: 1.3 },
  measure: () =>
    interleave({
      rounds: 21,
      warmUps: 2,
      subject: () => loadTime(kind),
      baseline: () => loadTime('baseline'),
    }),
}));

async function loadTime(what: string): Promise<number> {
  const { output } = await run(process.execPath, [SCRIPT, BUNDLE, what], { env: environment });
  const [, time] = /loaded in ([\d.]+) ms/.exec(output) ?? [];
  if (time === undefined) throw new Error(`The functions did not load:\n${output}`);
  return Number(time);
}
