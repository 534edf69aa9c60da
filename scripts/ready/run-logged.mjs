import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot, readyFolder } from './places.mjs';

const TAIL_LINES = 200;

/** Processes that would outlive a Ctrl-C during getting ready. */
const running = new Set();

/** Ends everything that is still running for us. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/** Logs of this run; the first line of a run replaces what the run before left. */
const opened = new Set();

/** @param {string} step @returns {string} the file that holds a step's whole output */
export function logFile(step) {
  return join(readyFolder, 'logs', `${step}.log`);
}

/**
 * Runs a command with its output going to the step's log. Never rejects: a command that does not exist has exit code
 * 127 and the reason as its output.
 * @param {string} command
 * @param {string[]} args
 * @param {{ step: string, timeLimitMs: number, cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean,
 *   stalled?: () => boolean }} options `stalled` is asked every second and ends the command by saying yes
 * @returns {Promise<{ code: number, output: string, ended?: 'time limit' | 'stalled' }>} `output` is the last part of it
 */
export function runLogged(command, args, options) {
  const log = openLog(options.step, `$ ${[command, ...args].join(' ')}\n`);
  const child = spawn(command, args, {
    cwd: options.cwd ?? projectRoot,
    env: options.env ?? process.env,
    shell: options.shell ?? false,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  running.add(child);
  const tail = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      log.write(text);
      tail.push(text);
      if (tail.length > TAIL_LINES) tail.shift();
    });
  }
  return new Promise((settle) => {
    const startedAt = Date.now();
    let ended;
    const watch = setInterval(() => {
      if (ended === undefined && Date.now() - startedAt > options.timeLimitMs) ended = 'time limit';
      else if (ended === undefined && options.stalled?.()) ended = 'stalled';
      else return;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
    }, 1_000);
    const finish = (code, text) => {
      clearInterval(watch);
      running.delete(child);
      log.end(text);
      settle({ code, output: tail.join('') + text, ...(ended && { ended }) });
    };
    child.once('error', (error) => finish(127, `${command}: ${error.message}\n`));
    child.once('close', (code) => finish(code ?? 1, ended ? `(ended: ${ended})\n` : ''));
  });
}

function openLog(step, heading) {
  const path = logFile(step);
  mkdirSync(dirname(path), { recursive: true });
  const log = createWriteStream(path, { flags: opened.has(path) ? 'a' : 'w' });
  opened.add(path);
  log.write(heading);
  return log;
}
