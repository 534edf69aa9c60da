/**
 * Builds the parts that run into `out/`: main, preload, engine and the page, with the production React and minified
 * page. Run on its own it always builds; others ask it to build only what is older than its sources.
 */
import { cpSync, existsSync, globSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Written last, so that it stands for a build that was finished. */
const lastBuilt = 'out/renderer/index.html';
const sources = ['{main,preload,renderer,shared}/**/*', 'vite*.config.ts', 'package.json'];

export async function buildIfStale(): Promise<void> {
  process.chdir(root);
  if (isStale()) await buildAll();
}

async function buildAll(): Promise<void> {
  process.chdir(root);
  process.env['NODE_ENV'] = 'production';
  const startedAt = Date.now();
  for (const mode of ['main', 'preload', 'engine', 'practice-carrier']) {
    await build({ configFile: 'vite.node.config.ts', mode, logLevel: 'warn' });
  }
  // The engine reads its migrations as files, beside the code that applies them.
  cpSync('main/store/migrations', 'out/engine/migrations', { recursive: true });
  cpSync('main/carrier/simulator/schema.sql', 'out/practice-carrier/schema.sql');
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
  console.log(`built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

function isStale(): boolean {
  if (!existsSync(lastBuilt)) return true;
  const builtAt = statSync(lastBuilt).mtimeMs;
  return globSync(sources).some((path) => statSync(path).mtimeMs > builtAt);
}

if (import.meta.main) await buildAll();
