import { realNowMs } from '../../tests/faults/clock-file.ts';

/** What the people of this run did and were told, written down by the driver: one side of the count. */

/** A text that somebody decided to send, and that the engine has answered with yes. */
export interface Act {
  readonly phone: string;
  readonly text: string;
  readonly messageId: number;
}

/** Something that befell the engine or the world, or ended. */
export interface Trouble {
  readonly realMs: number;
  readonly what: string;
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
  /** The same and more one by one, in its order, for whoever looks for a cause. */
  readonly troubles: Trouble[];
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
    troubles: [],
    repeated: 0,
    complaints: [],
  };
}

/** @param detail which one it was, or how much of it, for the list of troubles. */
export function countFault(log: RunLog, name: string, detail = ''): void {
  log.faults.set(name, (log.faults.get(name) ?? 0) + 1);
  noteTrouble(log, detail === '' ? name : `${name}, ${detail}`);
}

/** What is in no count: the ends of troubles, and the lives of engines. */
export function noteTrouble({ troubles }: RunLog, what: string): void {
  troubles.push({ realMs: realNowMs(), what });
}
