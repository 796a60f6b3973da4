import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/**
 * Every table of Mantine brings its scroll area, and that takes one small hook out of a library of 20 kB that places
 * menus. It gets the same hook from where the others come, so that customers, who have no menus, do not load it.
 */
const lightScrollArea: Plugin = {
  name: 'light-scroll-area',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === '@floating-ui/react' && importer?.includes('/components/ScrollArea/')
      ? fileURLToPath(new URL('src/lib/merge-refs.ts', import.meta.url))
      : null,
};

export default defineConfig({
  plugins: [lightScrollArea, react()],
  resolve: {
    alias: {
      // Firestore brings a regular expression engine of 50 kB to evaluate pipelines offline. This app has none.
      re2js: fileURLToPath(new URL('src/lib/no-re2.ts', import.meta.url)),
    },
  },
  build: {
    target: 'es2023',
    // Firestore alone is larger than Vite's default of 500 kB; what counts is measured after gzip.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // A chunk for every set of pages that share a module would make a page of sixty files, which costs a phone more
        // than what it has not asked for yet. Words stay with their language, and the console out of the portal.
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules/, tags: ['$initial'], priority: 2 },
            { name: 'shared', test: /^(?!.*[\\/](i18n|console)[\\/])/, minShareCount: 5, priority: 1 },
          ],
        },
      },
    },
  },
});
