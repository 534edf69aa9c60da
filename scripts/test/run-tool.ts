import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const projectRoot = join(import.meta.dirname, '..', '..');

export interface ToolRun {
  readonly code: number;
  /** What it said, in order; empty for a tool that writes to our own output. */
  readonly output: string;
  readonly timedOut: boolean;
}

export interface ToolOptions {
  readonly timeLimitMs: number;
  /** `inherit` lets the reader watch; `collect` keeps the words for the case that it fails. */
  readonly output: 'inherit' | 'collect';
  readonly env?: Record<string, string>;
}

const running = new Set<ChildProcess>();

/** Ends every tool that runs, with all that it has started. */
export function endTools(): void {
  for (const child of running) endTree(child, 'SIGTERM');
}

/**
 * Runs a command to its end or its time limit, whichever is first, in a process group of its own so that nothing it
 * started outlives it. A command that cannot be started has exit code 127.
 */
export function runTool(command: string, args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  const isCollected = options.output === 'collect';
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', isCollected ? 'pipe' : 'inherit', isCollected ? 'pipe' : 'inherit'],
    detached: process.platform !== 'win32',
  });
  running.add(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => said.push(text));
  let timedOut = false;
  const limit = setTimeout(() => {
    timedOut = true;
    endTree(child, 'SIGTERM');
    setTimeout(() => endTree(child, 'SIGKILL'), 5_000).unref();
  }, options.timeLimitMs);
  return new Promise((resolve) => {
    const finish = (code: number): void => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output: said.join(''), timedOut });
    };
    child.once('error', (error) => {
      said.push(error.message);
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

function endTree(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

const packageDescription = z.object({ bin: z.record(z.string(), z.string()) });

/** The script behind a command of an npm package, to be run by Node itself: the same on every platform. */
export function scriptOf(packageName: string, command: string): string {
  const folder = join(projectRoot, 'node_modules', packageName);
  const { bin } = packageDescription.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const path = bin[command];
  if (path === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, path);
}
