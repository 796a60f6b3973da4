import { defineConfig } from 'vite';

/** For the browsers that the web app is built for. */
export default defineConfig({
  base: '/baseline/',
  build: { target: 'es2023', chunkSizeWarningLimit: 900 },
});
