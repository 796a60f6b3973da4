import { defineConfig } from '@playwright/test';

/**
 * Every window of a Chromium with a user interface loads two pages of its address bar, each in a process of its own;
 * nobody types an address here. The others are what Playwright turns off, which a list of ours takes the place of.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Chromium from the environment, else Playwright's own; root needs the sandbox off, closed networks less chatter. */
const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${FEATURES_OFF.join(',')}`,
];

export default defineConfig({
  testDir: 'tests',
  outputDir: '../test-results',
  globalSetup: './support/global-setup',
  fullyParallel: true,
  // They mostly wait, for emulators and for what comes back from the gateways: one more than two cores keeps both busy.
  workers: 3,
  timeout: 120_000,
  // The first call of each function starts a process of its own in the emulator.
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: CHROMIUM_ARGUMENTS,
    },
    locale: 'en-GB',
    timezoneId: 'Europe/Istanbul',
    // A trace of every action takes a quarter of the time; `npx playwright test --trace on` makes one.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
