import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { allOnPath, isExecutable } from './on-path';
import { ROOT } from './paths';
import { Problem } from './problem';
import { run } from './run';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A Chromium or Chrome for the browser tests: the one that CHROMIUM_PATH names, one that is installed, or
 * Playwright's own. If none is there it is installed, by Debian's package as root and else by Playwright.
 * @throws Problem when there is none and none can be installed
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Problem(`CHROMIUM_PATH names ${named}, which is not a program that can be run.`);
  }
  const path = installedChromium() ?? (await installChromium());
  if (path !== undefined) return path;
  throw new Problem(
    'The browser tests need Chromium, which is not on this machine and could not be installed. Install it with ' +
      '`npx playwright install --with-deps chromium` or your system (`apt-get install chromium`), ' +
      'or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

function installedChromium(): string | undefined {
  const installed = NAMES.flatMap((name) => allOnPath(name));
  return [...installed, ...MAC_APPLICATIONS, chromium.executablePath()].find((path) => existsSync(path));
}

async function installChromium(): Promise<string | undefined> {
  // Playwright's download lacks the system libraries that a bare Debian does not have; Debian's package brings them.
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const ways: [string, string[]][] = [['npx', ['--no-install', 'playwright', 'install', 'chromium']]];
  if (isRootOnDebian) {
    ways.unshift(['sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium']]);
  }
  for (const [command, args] of ways) {
    await run(command, args, { cwd: ROOT, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    const path = installedChromium();
    if (path !== undefined) return path;
  }
  return undefined;
}
