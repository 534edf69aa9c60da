/** What whoever starts the application may ask of the practice carrier. For tests and demonstrations. */
export interface PracticeOptions {
  /** How much faster people and networks are than real ones; null is their own pace. */
  readonly speed: string | null;
  /** Who the contacts of a campaign are that has no carrier yet; one that has keeps its own. */
  readonly seed: string | null;
  /** Any of the simulator's knobs as JSON, such as `{"listLatenessMs":2000,"lostAnswerRate":0.1}`. */
  readonly knobs: string | null;
  /** Where to write, for the owner's eyes, the address and token of the simulator's control door. */
  readonly controlFile: string | null;
}

/** @param switchValue the value of a switch, empty when it is not there. The simulator judges the values. */
export function readPracticeOptions(switchValue: (name: string) => string): PracticeOptions {
  const read = (name: string): string | null => switchValue(name) || null;
  return {
    speed: read('practice-speed'),
    seed: read('practice-seed'),
    knobs: read('practice-knobs'),
    controlFile: read('practice-control-file'),
  };
}

/** Numbers of a new account, so that a text bank has more than one line to leave by. */
const numberCount = 4;

/** The simulator's arguments for a book in `bookFile`. */
export function practiceArguments(
  { speed, seed, knobs }: PracticeOptions,
  { bookFile, isNew, port }: { readonly bookFile: string; readonly isNew: boolean; readonly port: number },
): string[] {
  return [
    ...['--data', bookFile, '--port', String(port), '--numbers', String(numberCount)],
    ...(speed === null ? [] : ['--speed', speed]),
    ...(seed === null || !isNew ? [] : ['--seed', seed]),
    ...(knobs === null ? [] : ['--knobs', knobs]),
  ];
}
