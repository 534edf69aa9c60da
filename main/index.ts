/** The desktop application. This is the only place where `app` and the engine meet: as paths, side by side in the build. */
import { fileURLToPath } from 'node:url';
import { startApp } from './app/index.ts';

const built = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

startApp({
  engine: built('engine/engine.mjs'),
  practiceCarrier: built('practice-carrier/practice-carrier.mjs'),
  preload: built('preload/index.cjs'),
  page: built('renderer'),
});
