import { ROOT } from './tools/paths';
import { run } from './tools/run';
import { runMain } from './tools/run-main';

/** `npm run cost`: measures every case of `local/cost` and writes docs/cost.md. */
async function main(): Promise<number> {
  const { code, output } = await run(process.execPath, ['node_modules/jest/bin/jest.js', 'local/cost/'], {
    cwd: ROOT,
    env: { WRITE_COST: '1' },
  });
  console.log(code === 0 ? 'docs/cost.md is up to date.' : output);
  return code;
}

runMain(main);
