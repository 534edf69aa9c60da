/** `npm start`: runs the application as it is built, after building what is out of date. Its arguments go to the application. */
import { spawn } from 'node:child_process';
import { buildIfStale, root } from './build.ts';
import { lacksScreen } from './display.ts';
import { findElectron } from './electron/where.mjs';

if (lacksScreen()) {
  console.error('There is no screen here to open a window on. Try: xvfb-run -a npm start');
  process.exit(1);
}

await buildIfStale();
const { executable, args, env } = findElectron();
const application = spawn(executable, [...args, root, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...env },
});
application.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 0 : 1);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => application.kill(signal));
