/** What the people of this text bank did, written down by themselves: the one side of the count. */

/** One act of a person that the engine answered with yes, however often it was sent. */
export interface Act {
  readonly kind: 'first' | 'follow-up';
  readonly contactId: number;
  /** By the driver's own list, never by the engine's word. */
  readonly phone: string;
  readonly text: string;
  readonly messageId: number;
  readonly answeredAt: number;
}

/** A time in which the engine could hear nobody, epoch ms. */
export interface DeafTime {
  readonly fromAt: number;
  readonly untilAt: number;
}

export interface ActLog {
  readonly acts: Act[];
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

export function createActLog(): ActLog {
  return {
    acts: [],
    optedOutByHandAt: new Map(),
    toldAt: new Map(),
    deafTimes: [],
    repeated: 0,
    complaints: [],
  };
}
