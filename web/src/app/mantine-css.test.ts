import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(__dirname, '..');
const styles = join(require.resolve('@mantine/core/styles/global.css'), '..');
const sheet = readFileSync(join(__dirname, 'mantine.css'), 'utf8');

const used = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) => [
      ...readFileSync(join(source, name), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
    ])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => existsSync(join(styles, `${name}.css`))),
);

it.each([...used])('%s comes with its styles', (component) => {
  expect(sheet).toContain(`@mantine/core/styles/${component}.css`);
});
