/** What the people of this run did and were told, written down by the driver: one side of the count. */

/** A text that somebody decided to send, and that the engine has answered with yes. */
export interface Act {
  readonly phone: string;
  readonly text: string;
  readonly messageId: number;
}

/** All instants are the computer's monotonic milliseconds, which order what engine and driver did. */
export interface RunLog {
  readonly acts: Act[];
  /** When the engine had answered a texter's opt-out, by phone. */
  readonly optedOutByHand: Map<string, number>;
  /** Who asked for it in writing. */
  readonly optedOutInWriting: Set<string>;
  /** When the engine first said of a phone that it is opted out. */
  readonly told: Map<string, number>;
  /** Processes that were killed. */
  kills: number;
  /** What befell the engine and the world, by name. */
  readonly faults: Map<string, number>;
  /** Key presses that were sent again, because nobody had answered them. */
  repeated: number;
  /** Sentences on what should not have happened and is in no count. */
  readonly complaints: string[];
}

export function createRunLog(): RunLog {
  return {
    acts: [],
    optedOutByHand: new Map(),
    optedOutInWriting: new Set(),
    told: new Map(),
    kills: 0,
    faults: new Map(),
    repeated: 0,
    complaints: [],
  };
}

export function countFault({ faults }: RunLog, name: string): void {
  faults.set(name, (faults.get(name) ?? 0) + 1);
}
