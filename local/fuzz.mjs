import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('local/fuzz/run.ts');
