import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started, directly or not, have used. */
export interface TreeUse {
  /** Processor time since each began, in milliseconds. */
  readonly cpuMs: number;
  /** Memory that is in use now, in bytes; what several of them share is counted once. */
  readonly residentBytes: number;
}

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

/** Null where there is no `/proc` to read it from. */
export function readTreeUse(rootPid: number): TreeUse | null {
  if (process.platform !== 'linux') return null;
  const processes = new Map(readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(Number(name)) : [])));
  const isOfTree = (pid: number): boolean => {
    const found = processes.get(pid);
    return pid === rootPid || (found !== undefined && found.parent !== 0 && isOfTree(found.parent));
  };
  const tree = [...processes].filter(([pid]) => isOfTree(pid));
  return {
    cpuMs: tree.reduce((sum, [, { ticks }]) => sum + ticks * tickMs, 0),
    residentBytes: tree.reduce((sum, [pid]) => sum + residentBytesOf(pid), 0),
  };
}

/** Nothing for a process that has ended meanwhile. */
function statOf(pid: number): [number, { parent: number; ticks: number }][] {
  try {
    // The name stands in brackets and may hold anything; after it, the parent is the second and the times the 12th and 13th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return [[pid, { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }]];
  } catch {
    return [];
  }
}

function residentBytesOf(pid: number): number {
  try {
    return Number(/^Pss: +(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}
