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
  build: {
    target: 'es2023',
    // Firestore alone is larger than Vite's default of 500 kB; what counts is measured after gzip.
    chunkSizeWarningLimit: 900,
  },
});
