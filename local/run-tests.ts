import { readTestArguments, type CheckName, type TestArguments } from './test-run/arguments';
import { checks, type CheckResult } from './test-run/checks';
import { sumCounts } from './test-run/counts';
import { Problem } from './tools/problem';
import { runMain } from './tools/run-main';
import { secondsSince } from './tools/steps';

/** `npm test`: every check, a line for each, all of its output if it fails. */
async function main(): Promise<number> {
  const given = readTestArguments(process.argv.slice(2));
  const { checks: wanted } = given;
  const started = Date.now();
  const report = async (name: CheckName): Promise<CheckResult> => {
    const begun = Date.now();
    const result = await checkOrProblem(name, given);
    const mark = result.isGood ? '✓' : '✗';
    console.log(
      [mark, name.padEnd(9), secondsSince(begun).padStart(8), ` ${result.summary}`].join(' ').trimEnd(),
    );
    if (!result.isGood) console.log(`${result.output.trimEnd()}\n`);
    return result;
  };
  const inTurn = async (names: CheckName[]): Promise<CheckResult[]> => {
    const results: CheckResult[] = [];
    for (const name of names.filter((each) => wanted.includes(each))) results.push(await report(name));
    return results;
  };

  // Both lanes wait for emulators half of the time, so that together they keep two cores busy.
  const lanes = await Promise.all([inTurn(['lint', 'browser']), inTurn(['format', 'typecheck', 'jest'])]);
  const results = lanes.flat();

  const { passed, failed } = sumCounts(results);
  console.log(`\nin ${secondsSince(started)}`);
  console.log(`${passed} passed, ${failed} failed`);
  return results.every(({ isGood }) => isGood) ? 0 : 1;
}

async function checkOrProblem(name: CheckName, given: TestArguments): Promise<CheckResult> {
  try {
    return await checks[name](given);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { isGood: false, summary: '', output: error.message, passed: 0, failed: 1 };
  }
}

runMain(main);
