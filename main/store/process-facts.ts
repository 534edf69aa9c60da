/**
 * What tells one process from another that was given the same number later: when it was started, and what it runs.
 * Takes a process number and gives the operating system's own words, which are compared and never read.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

export interface ProcessFacts {
  /** Two processes of one number differ in this. */
  readonly start: string;
  readonly command: string;
}

/** What the operating system knows of a process; undefined when it is gone or hidden, and always on Windows. */
export function inspectProcess(pid: number): ProcessFacts | undefined {
  try {
    if (process.platform === 'linux') return inspectOnLinux(pid);
    if (process.platform === 'darwin') return inspectOnMacos(pid);
  } catch {
    // Gone between two looks, or another person's.
  }
  return undefined;
}

function inspectOnLinux(pid: number): ProcessFacts {
  // The name in parentheses may itself hold spaces and parentheses. After it, the start time is the 20th field:
  // ticks since boot, hence meaningful only together with the boot.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  if (ticks === undefined) throw new Error('no start time');
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return { start: `${boot} ${ticks}`, command };
}

function inspectOnMacos(pid: number): ProcessFacts {
  const environment = { LC_ALL: 'C', TZ: 'UTC' };
  const line = execFileSync('/bin/ps', ['-ww', '-o', 'lstart=,command=', '-p', String(pid)], {
    env: environment,
    encoding: 'utf8',
    timeout: 2_000,
  }).trim();
  const startLength = 'Sun Nov 22 03:04:38 2026'.length;
  return { start: line.slice(0, startLength), command: line.slice(startLength) };
}

/** The script's name in plain Node; the program's in a desktop, whose engine's command line names no script. */
export function ownCommandMark(own: ProcessFacts | undefined): string {
  const script = basename(process.argv[1] ?? '');
  return script !== '' && own?.command.includes(script) ? script : basename(process.execPath);
}
