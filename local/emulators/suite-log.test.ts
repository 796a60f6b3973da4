import { isWorthShowing, readSuiteLine, withoutColour } from './suite-log';

test.each([
  ['the end of the start', '│ ✔  All emulators ready! It is now safe to connect your app. │', 'ready'],
  [
    'functions that throw when loaded',
    '⬢  functions: Failed to load function definition from source: FirebaseError: User code failed to load.',
    'functions not loaded',
  ],
  ['anything else', '✔  functions: Loaded functions definitions from source: invoice.create.', undefined],
])('%s', (_label, line, news) => {
  expect(readSuiteLine(line)).toBe(news);
});

test('colours are taken off', () => {
  expect(withoutColour('\u001b[90m│\u001b[39m ready')).toBe('│ ready');
});

test.each([
  ['what a function logs', '>  {"severity":"INFO","message":"invoice issued"}', false],
  ['what a function warns of', '>  {"severity":"WARNING","message":"callback refused"}', true],
  ['what a function prints without our log', '>  TypeError: Cannot read properties of undefined', true],
  ['an error of the emulators', '⬢  functions: Failed to load', true],
  ['the start of a call', 'i  functions: Beginning execution of "europe-west1-invoice-create"', false],
  ['a request for a file', 'i  hosting: 127.0.0.1 "GET /assets/index.js HTTP/1.1" 200', false],
])('%s is shown: %p', (_label, line, isShown) => {
  expect(isWorthShowing(line)).toBe(isShown);
});
