/** How many texts went out in each minute of the last hour, oldest first; minutes without any are left out. */
export type Pace = readonly { readonly minute: number; readonly count: number }[];

const minuteMs = 60_000;
const minutesOfPace = 60;

/** With one more text, sent at `at` (epoch ms). */
export function paceWith(pace: Pace, at: number): Pace {
  const minute = Math.floor(at / minuteMs);
  const last = pace.at(-1);
  if (last?.minute === minute) return [...pace.slice(0, -1), { minute, count: last.count + 1 }];
  return [...pace.filter((each) => each.minute > minute - minutesOfPace), { minute, count: 1 }];
}

/** Texts in the hour before `at` (epoch ms). */
export function textsInLastHour(pace: Pace, at: number): number {
  const first = Math.floor(at / minuteMs) - minutesOfPace;
  return pace.reduce((sum, { minute, count }) => (minute > first ? sum + count : sum), 0);
}
