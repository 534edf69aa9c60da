import type { PairedText } from './pairing.ts';

export interface Limits {
  /** Segments per second of one number. */
  readonly number: number;
  /** Of all numbers together. */
  readonly account: number;
}

const windowsMs = [1_000, 10_000, 60_000] as const;

/**
 * Finds windows of the common clock in which more was accepted than the limiter may release. Each text counts at the
 * instant at which it was released, as it may be under way for seconds. What may be released before the last text of a
 * window is the rate's share of it and what may have been saved up before it (a second's worth, at least a segment);
 * the last text may be longer than what is there for it. As much as is saved up is let be once more, which is one text of
 * a number: the engine corrects its clock by the carrier's, and a leap forward seems a rest. Gives one line for each
 * window that is over.
 */
export function countOverRate(pairs: readonly PairedText[], limits: Limits): string[] {
  const releases = pairs
    .flatMap(({ text, call }) =>
      call === null ? [] : [{ at: call.releasedAt, from: text.fromPhone, segments: text.segments }],
    )
    .sort((one, other) => one.at - other.at);
  const numbers = new Map<string, typeof releases>();
  for (const release of releases) {
    const known = numbers.get(release.from);
    if (known === undefined) numbers.set(release.from, [release]);
    else known.push(release);
  }
  return [
    ...[...numbers].flatMap(([phone, own]) => overIn(own, limits.number, phone)),
    ...overIn(releases, limits.account, 'the account'),
  ];
}

interface Release {
  readonly at: number;
  readonly segments: number;
}

function overIn(releases: readonly Release[], rate: number, whose: string): string[] {
  return windowsMs.flatMap((windowMs) => {
    const allowed = 2 * Math.max(1, rate) + (rate * windowMs) / 1_000;
    const found: string[] = [];
    let first = 0;
    let sum = 0;
    let isOver = false;
    for (const { at, segments } of releases) {
      sum += segments;
      for (let oldest = releases[first]; oldest !== undefined && oldest.at <= at - windowMs; oldest = releases[first]) {
        sum -= oldest.segments;
        first += 1;
      }
      // A crowd is one window, however many windows it can be seen through.
      if (sum - segments > allowed && !isOver) {
        found.push(`over rate: ${whose}, ${sum} segments in ${windowMs / 1_000} s until ${new Date(at).toISOString()}`);
      }
      isOver = sum - segments > allowed;
    }
    return found;
  });
}
