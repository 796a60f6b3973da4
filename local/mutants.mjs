import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('local/mutants/run.ts');
