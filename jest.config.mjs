/** Three kinds of Jest test; browser tests live in e2e/ and run in Playwright. */
const swc = (jsx) => ({
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript', tsx: jsx }, target: 'es2023', transform: { react: { runtime: 'automatic' } } } },
  ],
});
const roots = (...names) => names.map((name) => `<rootDir>/${name}`);

export default {
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
      transform: swc(true),
    },
  ],
};
