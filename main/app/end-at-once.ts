import type { UtilityProcess } from 'electron';

/**
 * Ends a child whatever it is doing. `child.kill()` sends a SIGTERM first, which a stopped or spinning process does not
 * act on. The pid is undefined once the process has gone, so a stranger with a recycled pid is safe.
 */
export function endAtOnce(child: UtilityProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime, and `exit` is on its way.
  }
}
