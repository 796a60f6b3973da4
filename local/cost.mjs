import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('local/write-cost.ts');
