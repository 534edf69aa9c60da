import { defineConfig } from 'vite';

/**
 * The Node-side parts, built by `vite build -c vite.node.config.ts --mode main|preload|engine|practice-carrier`.
 * Packages that are native, or large and loaded late, stay in node_modules; the rest is bundled, because a process opens
 * one file far faster than the forty of a package. Every engine entry lies flat beside the others, because the code finds
 * its workers and migrations beside itself.
 */
const parts = {
  main: { input: { index: 'main/index.ts' }, format: 'es', ending: 'mjs', external: [] },
  // A sandboxed preload is one CommonJS file.
  preload: { input: { index: 'preload/index.ts' }, format: 'cjs', ending: 'cjs', external: [] },
  engine: {
    input: {
      engine: 'main/engine.ts',
      'read-worker': 'main/read-worker.ts',
      'import-worker': 'main/import-worker.ts',
      'checkpoint-worker': 'main/store/checkpoint-worker.ts',
    },
    format: 'es',
    ending: 'mjs',
    external: ['better-sqlite3', 'twilio'],
  },
  'practice-carrier': {
    input: { 'practice-carrier': 'main/practice-carrier.ts' },
    format: 'es',
    ending: 'mjs',
    external: ['better-sqlite3'],
  },
} as const;

export default defineConfig(({ mode }) => {
  if (!Object.hasOwn(parts, mode)) throw new Error(`no such part: ${mode}`);
  const { input, format, ending, external } = parts[mode as keyof typeof parts];
  return {
    ssr: { noExternal: true, external: ['electron', ...external] },
    // The zones of all ZIPs: V8 parses JSON in a fifth of the time that it takes for the same as a literal.
    json: { stringify: true, namedExports: false },
    build: {
      ssr: true,
      target: 'node20',
      outDir: `out/${mode}`,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        // Without comments and blanks the engine is half as long to read. Names stay, for the log's sake.
        output: {
          minify: { mangle: false, compress: false, codegen: true },
          format,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `[name]-[hash].${ending}`,
        },
      },
    },
  };
});
