import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { params, secrets } from './params';

const operations = readFileSync(resolve(__dirname, '../../../docs/operations.md'), 'utf8');

test.each([...Object.values(params), ...Object.values(secrets)].map(({ name }) => name))(
  '%s is told of in docs/operations.md',
  (name) => {
    expect(operations).toContain(`\`${name}\``);
  },
);
