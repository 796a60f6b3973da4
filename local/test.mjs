import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('local/run-tests.ts');
