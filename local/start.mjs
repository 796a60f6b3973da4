import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('local/start.ts');
