/** `npm start`: runs the application as it is built, after building what is out of date. Its arguments go to the application. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { buildIfStale, root } from './build.ts';
import { findElectron } from './electron/where.mjs';
import { isChromiumNoise } from './start/chromium-noise.ts';

await buildIfStale();
const { executable, args, env } = findElectron();
const application = spawn(executable, [...args, root, ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'pipe'],
  env: { ...process.env, ...env },
});
createInterface({ input: application.stderr }).on('line', (line) => {
  if (!isChromiumNoise(line)) console.error(line);
});
application.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 0 : 1);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => application.kill(signal));
