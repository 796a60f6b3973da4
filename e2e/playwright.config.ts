import { defineConfig } from '@playwright/test';

/** Chromium from the environment, else Playwright's own; root needs the sandbox off, closed networks less chatter. */
const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'tests',
  outputDir: '../test-results',
  globalSetup: './support/global-setup',
  fullyParallel: true,
  workers: 2,
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
