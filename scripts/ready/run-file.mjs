import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { pinnedNode, projectRoot } from './places.mjs';

/**
 * Runs a file of ours on the pinned Node as if it had been started in our place: same input and output, signals
 * passed on, the tools of node_modules found first.
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<number>} its exit code; 128 and the signal's number if a signal ended it
 */
export function runFile(file, args) {
  const tools = join(projectRoot, 'node_modules', '.bin');
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [tools, process.env[pathName]].filter(Boolean).join(delimiter);
  const child = spawn(pinnedNode() ?? process.execPath, [file, ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, [pathName]: path },
  });
  // A Ctrl-C reaches the whole terminal group by itself; ours is only not to leave before the other has finished.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
