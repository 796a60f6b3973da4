// Bundles our own code into one file; packages stay apart, so that each is loaded only by who imports it.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/index.ts'],
  outfile: 'lib/index.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: [
    'firebase-admin',
    'firebase-functions',
    'stripe',
    'nodemailer',
    'csv-parse',
    'fast-xml-parser',
    'pdfkit',
    'fontkit',
    '@expo-google-fonts/ibm-plex-sans',
  ],
  sourcemap: true,
  logLevel: 'warning',
});
