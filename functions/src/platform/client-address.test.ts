import { clientAddress } from './client-address';

test.each([
  [
    'what the front end appended',
    { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' },
    '198.51.100.1',
    '203.0.113.7',
  ],
  ['one entry', { 'x-forwarded-for': '203.0.113.7' }, '203.0.113.7', '203.0.113.7'],
  ['several headers', { 'x-forwarded-for': ['198.51.100.1', '203.0.113.7'] }, '198.51.100.1', '203.0.113.7'],
  ['no front end', {}, '203.0.113.7', '203.0.113.7'],
  ['an empty header', { 'x-forwarded-for': '' }, '203.0.113.7', '203.0.113.7'],
  ['a local socket', {}, undefined, '127.0.0.1'],
] as const)('%s', (_edge, headers, ip, address) => {
  // Node joins repeated headers into one text, which its types leave open.
  expect(clientAddress({ headers: headers as Record<string, string>, ip })).toBe(address);
});
