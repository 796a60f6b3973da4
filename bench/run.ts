/** `npm run bench [-- --json] [--only name]`: measures figures against their baselines and reports them. */
import { resolve } from 'node:path';
import { build } from '../local/tools/build';
import { figures as all } from './figures';
import { readArguments } from './harness/arguments';
import { measureInProcess } from './harness/isolate';
import { services } from './harness/services';
import { jsonLine, resultOf, table } from './harness/report';
import type { Result } from './harness/report';

const MEASURE_ONE = resolve(__dirname, 'measure-one.ts');

async function main(): Promise<void> {
  const { json, figures } = readArguments(process.argv.slice(2), all);
  await build('functions');
  const results: Result[] = [];
  const { environment, stop } = services();
  for (const figure of figures) {
    if (!json) process.stderr.write(`${figure.name} …\n`);
    try {
      const env = await environment(figure.needs);
      const result = resultOf(figure, await measureInProcess(MEASURE_ONE, figure.name, env));
      results.push(result);
      if (json) console.log(jsonLine(result));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
  await stop();
  if (!json) console.log(table(results));
}

// The services that run in the background end with this process, but not by a signal.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
