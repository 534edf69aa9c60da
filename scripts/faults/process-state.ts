import { readFileSync } from 'node:fs';

/** Whether the operating system has stopped a process. Linux only; elsewhere nobody can tell, and it is false. */
export function isStopped(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
  } catch {
    return false;
  }
}
