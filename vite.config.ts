import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { themeVariables } from './scripts/build/theme-variables.ts';

/** The page. Its files are served from one origin under a strict content policy, so nothing is inlined into it. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), themeVariables()],
  build: {
    target: 'chrome130',
    outDir: '../out/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: true,
    modulePreload: false,
  },
});
