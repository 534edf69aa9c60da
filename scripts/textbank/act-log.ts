/** What the people of this text bank did, written down by themselves: the one side of the count. */

/** A text that a person decided to send. */
export interface Decided {
  readonly kind: 'first' | 'follow-up';
  /** By the driver's own list, never by the engine's word. */
  readonly phone: string;
  readonly text: string;
}

/** One act of a person that the engine answered with yes, however often it was sent. */
export interface Act extends Decided {
  readonly contactId: number;
  readonly messageId: number;
  readonly answeredAt: number;
}

/** A time in which the engine could hear nobody, epoch ms. */
export interface DeafTime {
  readonly fromAt: number;
  readonly untilAt: number;
}

export interface ActLog<What extends Decided = Act> {
  readonly acts: What[];
  /** When a texter's opt-out by hand was answered, by phone. */
  readonly optedOutByHandAt: Map<string, number>;
  /** When the engine first said of a phone that it is opted out. */
  readonly toldAt: Map<string, number>;
  readonly deafTimes: DeafTime[];
  /** Key presses that were sent again with their own intent. */
  repeated: number;
  /** Sentences on what did not happen as it should have. */
  readonly complaints: string[];
}

export function createActLog<What extends Decided = Act>(): ActLog<What> {
  return {
    acts: [],
    optedOutByHandAt: new Map(),
    toldAt: new Map(),
    deafTimes: [],
    repeated: 0,
    complaints: [],
  };
}
