import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('local/simulate/run.ts');
