import type { NotedCall } from '../../tests/faults/watched-carrier.ts';
import type { PairedText } from './pairing.ts';

export interface Limits {
  /** Segments per second of one number. */
  readonly number: number;
  /** Of all numbers together. */
  readonly account: number;
}

/** A text that the limiter let go of. */
export interface Release {
  readonly call: NotedCall;
  readonly segments: number;
}

/** More than the limiter may release, in one window of the common clock. */
export interface Crowd {
  /** The number, or `the account`. */
  readonly whose: string;
  readonly windowMs: number;
  /** What was released in it, in segments, and what may be before the last text. */
  readonly segments: number;
  readonly allowed: number;
  /** Those in the window and shortly before it, in their order. */
  readonly releases: readonly Release[];
}

const windowsMs = [1_000, 10_000, 60_000] as const;
/** What happened so long before a window may have made it what it is, in milliseconds of the common clock. */
const shortlyBeforeMs = 10_000;

/**
 * Finds windows of the common clock in which more was accepted than the limiter may release. What may be released before
 * the last text of a window is the rate's share of it and what may have been saved up before it (a second's worth, at
 * least a segment); the last text may be longer than what is there for it. Nothing more is let be, whatever happened to
 * the engine or its clock.
 *
 * Each text counts at the instant at which the limiter looked at its clock and let it go, which is when its bucket is
 * charged. That is the only point at which the rate is the limiter's to keep. A call may leave later than that, because
 * its process was stopped after the commit, but by no more than five seconds, after which it is given up; so at the
 * carrier's door a window may hold what five seconds earn more. When the carrier takes a text says less still: a request
 * is under way in real time, which is many times as long by the common clock, and slow ones arrive together.
 */
export function findCrowds(pairs: readonly PairedText[], limits: Limits): readonly Crowd[] {
  const releases = pairs
    .flatMap(({ text: { segments }, call }) => (call === null ? [] : [{ call, segments }]))
    .sort((one, other) => one.call.releasedAt - other.call.releasedAt);
  const numbers = new Set(releases.map(({ call }) => call.from));
  const releasesOf = (phone: string): Release[] => releases.filter(({ call }) => call.from === phone);
  return [
    ...[...numbers].flatMap((phone) => crowdsIn(releasesOf(phone), limits.number, phone)),
    ...crowdsIn(releases, limits.account, 'the account'),
  ];
}

function crowdsIn(releases: readonly Release[], rate: number, whose: string): Crowd[] {
  return windowsMs.flatMap((windowMs) => {
    const allowed = Math.max(1, rate) + (rate * windowMs) / 1_000;
    const found: Crowd[] = [];
    let first = 0;
    let sum = 0;
    let isOver = false;
    for (const [index, { call, segments }] of releases.entries()) {
      const beganAt = call.releasedAt - windowMs;
      sum += segments;
      const isBefore = (release: Release | undefined): release is Release =>
        release !== undefined && release.call.releasedAt <= beganAt;
      for (let oldest = releases[first]; isBefore(oldest); oldest = releases[first]) {
        sum -= oldest.segments;
        first += 1;
      }
      const isOverNow = sum - segments > allowed;
      // A crowd is one window, however many windows it can be seen through.
      if (isOverNow && !isOver) {
        const seen = releases.slice(0, index + 1).filter((one) => one.call.releasedAt > beganAt - shortlyBeforeMs);
        found.push({ whose, windowMs, segments: sum, allowed, releases: seen });
      }
      isOver = isOverNow;
    }
    return found;
  });
}
