/** Times at which nobody listens: connections are cut and new ones refused, then the same port opens again. */
import type { Server } from 'node:http';

/** How long to wait before an occupied port is tried again. */
const occupiedMs = 50;

export interface Outage {
  /** Closes for `forMs`; with `everyMs` above 0 again and again, so long after each opening. Replaces an earlier one. */
  begin(forMs: number, everyMs: number): void;
  /** No more openings and closings. The server stays as it is. */
  stop(): void;
}

export function outageOf(server: Server, host: string, port: () => number): Outage {
  let timer: NodeJS.Timeout | undefined;
  let round = 0;

  function close(forMs: number, everyMs: number, mine: number): void {
    server.close();
    server.closeAllConnections();
    timer = setTimeout(() => open(forMs, everyMs, mine), forMs);
  }

  function open(forMs: number, everyMs: number, mine: number): void {
    // Meanwhile the port may have become the near end of somebody's connection, which does not keep it for long.
    const tryAgain = (): void => {
      if (mine === round) timer = setTimeout(() => open(forMs, everyMs, mine), occupiedMs);
    };
    server.once('error', tryAgain);
    server.listen(port(), host, () => {
      server.off('error', tryAgain);
      if (everyMs > 0) timer = setTimeout(() => mine === round && close(forMs, everyMs, mine), everyMs);
    });
  }

  return {
    begin: (forMs, everyMs) => {
      round += 1;
      clearTimeout(timer);
      close(forMs, everyMs, round);
    },
    stop: () => {
      round += 1;
      clearTimeout(timer);
    },
  };
}
