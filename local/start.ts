import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seedDemo } from './demo/seed';
import { isWorthShowing } from './emulators/suite-log';
import { gatewaySettings, paytrStoredCards } from './gateway-settings';
import { stackPorts, wantedStackPorts } from './stack-ports';
import { startStack } from './stack';
import { welcome } from './start-message';
import { build } from './tools/build';
import { localFolder } from './tools/paths';
import { checkPortsFree } from './tools/ports';
import { Problem } from './tools/problem';
import { runMain } from './tools/run-main';
import { step } from './tools/steps';

/** `npm start [-- --keep]`: everything on this machine, with demo data, until Ctrl-C. */
async function main(): Promise<number> {
  const { keep } = parseArguments();
  const gateways = gatewaySettings(process.env);
  const wanted = wantedStackPorts(process.env);
  await checkPortsFree(wanted);
  const stopSignal = waitForStopSignal();

  await step('Building the functions', () => build('functions'));
  await step('Building the web app', () =>
    build('web', { VITE_PAYTR_STORED_CARDS: paytrStoredCards(gateways) }),
  );
  const logFile = join(localFolder(), 'emulators.log');
  const log = createWriteStream(logFile);
  const data = localFolder('data');
  const hasData = keep && existsSync(join(data, 'firebase-export-metadata.json'));
  let isShowing = false;
  const stack = await step('Starting the emulators and the gateways', () =>
    startStack({
      ports: stackPorts(wanted),
      gateways,
      ...(hasData ? { importDir: data } : {}),
      ...(keep ? { exportDir: data } : {}),
      onLog: (line) => {
        log.write(`${line}\n`);
        if (isShowing && isWorthShowing(line)) console.log(line);
      },
    }),
  );
  stopSignal.stopInOrder();

  const { projectId, urls } = stack;
  const { firestoreHost, authHost } = urls;
  const demo = await step('Filling in demo data', () => seedDemo({ projectId, firestoreHost, authHost }));
  console.log(welcome({ urls, demo, logFile, keep }));
  isShowing = true;

  const failure = await Promise.race([stack.failed, stopSignal.received]);
  if (failure !== null) console.error(`\n${failure}; the log is in ${logFile}`);
  await step('\nStopping', () => stack.stop());
  log.end();
  return failure === null ? 0 : 1;
}

function parseArguments(): { keep: boolean } {
  try {
    return parseArgs({ options: { keep: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw new Problem(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm start [-- --keep]`,
    );
  }
}

/** The first Ctrl-C (or SIGTERM) stops in order; one during the start, or a second one, ends everything at once. */
function waitForStopSignal(): { received: Promise<null>; stopInOrder(): void } {
  let isInOrder = false;
  const received = new Promise<null>((resolve) => {
    const onSignal = (): void => {
      if (!isInOrder) process.exit(130); // On exit, what runs in the background is killed.
      isInOrder = false;
      resolve(null);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
  return {
    received,
    stopInOrder: () => {
      isInOrder = true;
    },
  };
}

runMain(main);
