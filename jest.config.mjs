import { availableParallelism } from 'node:os';

/** Three kinds of Jest test; browser tests live in e2e/ and run in Playwright. */
const swc = (jsx) => ({
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: jsx },
        target: 'es2023',
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
});
/** Packages without a CommonJS build, which Jest needs. */
const esmOnlyPackages = '(wouter|regexparam)';
const esmOnly = `/node_modules/${esmOnlyPackages}/.+\\.js$`;
const roots = (...names) => names.map((name) => `<rootDir>/${name}`);

export default {
  // Emulator tests mostly wait, so that one worker more than Jest's own choice keeps two cores busy.
  maxWorkers: Math.max(3, availableParallelism() - 1),
  // Contended transactions take the emulator seconds, and two cores are shared by all workers.
  testTimeout: 60_000,
  projects: [
    {
      displayName: 'unit',
      roots: roots('functions', 'local', 'bench'),
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.emulator\\.test\\.ts$'],
      modulePathIgnorePatterns: ['<rootDir>/functions/lib', '<rootDir>/.local'],
      transform: swc(false),
    },
    {
      displayName: 'emulator',
      roots: roots('functions', 'local'),
      testMatch: ['**/*.emulator.test.ts'],
      modulePathIgnorePatterns: ['<rootDir>/functions/lib', '<rootDir>/.local'],
      transform: swc(false),
      globalSetup: '<rootDir>/local/emulators/jest-global-setup.ts',
      globalTeardown: '<rootDir>/local/emulators/jest-global-teardown.ts',
    },
    {
      displayName: 'web',
      roots: roots('web/src'),
      testMatch: ['**/*.test.{ts,tsx}'],
      testEnvironment: '<rootDir>/web/jest-environment.mjs',
      moduleNameMapper: { '\\.module\\.css$': '<rootDir>/web/src/testing/css-module.ts' },
      transform: { ...swc(true), [esmOnly]: '@swc/jest' },
      transformIgnorePatterns: [`/node_modules/(?!${esmOnlyPackages}/)`],
    },
  ],
};
