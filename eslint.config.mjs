import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Pure rules: readable and testable with nothing running, so no SDK, no clock, no Firestore. */
const pureFiles = ['functions/src/core/**/*.ts', 'functions/src/**/rules/**/*.ts'];

/** Files of one part of the web app, which may not import the parts above it, nor one feature another. */
function webLayer(part, above) {
  const upward = {
    regex: `^(\\.\\./)+(${above.join('|')})(/|$)`,
    message: `web/src/${part} is below ${above.join(' and ')}: pass what it needs from there.`,
  };
  // The way out of features/<slice>/, or of a folder in it, and into another slice.
  const sideways = (regex) => ({
    regex,
    message: 'A feature imports no other feature; a page in app/ puts them together.',
  });
  const rule = (files, patterns) => ({
    files,
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  });
  if (part !== 'features') return [rule([`web/src/${part}/**/*.{ts,tsx}`], [upward])];
  return [
    rule(['web/src/features/*/*.{ts,tsx}'], [upward, sideways('^\\.\\./(?!\\.\\./)')]),
    rule(['web/src/features/*/*/*.{ts,tsx}'], [upward, sideways('^\\.\\./\\.\\./(?!\\.\\./)')]),
  ];
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'functions/lib/',
      'web/dist/',
      '.local/',
      'test-results/',
      'playwright-report/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: pureFiles,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(firebase|stripe|pdfkit|node:)|/gateways/(stripe|paytr)/|/platform/(?!(errors|ids)$)',
              message: 'A pure rule takes documents and an instant; it imports no SDK, clock or I/O.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is a parameter: take `now`.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Time is a parameter: take `now`.',
        },
      ],
    },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  // The web app's imports go one way: lib, components, features, app. Tests may render inside the app's providers.
  ...webLayer('lib', ['components', 'features', 'app']),
  ...webLayer('components', ['features', 'app']),
  ...webLayer('features', ['app']),
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
