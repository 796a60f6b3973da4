/** The process of one figure: measures the one that is named and sends the result to whoever forked it. */
import { figures } from './figures';
import type { Comparison } from './harness/figure';

async function measure(name: string | undefined): Promise<Comparison> {
  const figure = figures.find((candidate) => candidate.name === name);
  if (figure === undefined) throw new Error(`There is no figure ${name ?? ''}`);
  return figure.measure();
}

// What a figure started ends with this process, also when it is interrupted.
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(signal, () => process.exit(1));

measure(process.argv[2]).then(
  // Open clients of the code under test would keep the process alive.
  (result) => process.send?.(result, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
