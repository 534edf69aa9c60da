import { openSync, writeSync } from 'node:fs';
import type { CallOptions, Carrier } from '../../main/carrier/index.ts';
import { realNowMs } from './clock-file.ts';
import type { Reached } from './moments.ts';
import type { Claim, WatchedStore } from './watched-store.ts';

/** A call of the carrier, noted before it was made. */
export interface NotedCall extends Claim {
  /** The process that made it. */
  readonly engine: number;
  /** When it was made: by the common clock, and by the computer's monotonic one, which tells what came before what. */
  readonly calledAt: number;
  readonly realMs: number;
  readonly from: string;
  readonly to: string;
  readonly body: string;
}

export interface WatchedCarrierParts {
  readonly reached: Reached;
  readonly callsFile: string;
  readonly speed: number;
  readonly nowAt: () => number;
  readonly claimOf: WatchedStore['claimOf'];
}

/** A carrier whose calls are noted, and whose timeouts pass as fast as the common clock does. */
export function watchCarrier(parts: WatchedCarrierParts): (carrier: Carrier) => Carrier {
  const { reached, speed } = parts;
  const descriptor = openSync(parts.callsFile, 'a');
  const faster = (options: CallOptions): CallOptions => ({ ...options, timeoutMs: options.timeoutMs / speed });

  function note(call: NotedCall): void {
    // Appended in one write, and the operating system keeps it whatever becomes of this process.
    writeSync(descriptor, `${JSON.stringify(call)}\n`);
  }

  return (carrier) => ({
    ...carrier,
    createMessage: async (request, options) => {
      const { from, to, body } = request;
      const made = { engine: process.pid, calledAt: parts.nowAt(), realMs: realNowMs() };
      note({ ...parts.claimOf({ to, body }), ...made, from, to, body });
      const outcome = await carrier.createMessage(request, faster(options));
      if (outcome.kind === 'accepted') reached('before-answer');
      return outcome;
    },
    listMessages: (from, options) => carrier.listMessages(from, faster(options)),
    fetchMessage: (carrierId, options) => carrier.fetchMessage(carrierId, faster(options)),
    listNumbers: (from, options) => carrier.listNumbers(from, faster(options)),
  });
}
