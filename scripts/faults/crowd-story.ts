import type { Crowd, Release } from './rate-windows.ts';
import type { Trouble } from './run-log.ts';

/** The causes of the last text in a window are near its end. */
const releasesAtMost = 24;
/** Real milliseconds before the first release that is told: an engine that starts has its clock from then on. */
const troublesBeforeMs = 1_500;

/**
 * Tells a crowd so that its cause can be seen: each release in the window and shortly before it, by the common clock and
 * by what the engine took for the time, which process it was, and between them what befell the engine and the world. The
 * first column is the computer's own time in milliseconds, counted back from the last call.
 */
export function tellCrowd(crowd: Crowd, troubles: readonly Trouble[]): string {
  const releases = crowd.releases.slice(-releasesAtMost);
  const calledMs = releases.map(({ call }) => call.realMs);
  const endMs = Math.max(...calledMs);
  const around = troubles.filter(({ realMs }) => realMs >= Math.min(...calledMs) - troublesBeforeMs && realMs <= endMs);
  const lines = [
    ...releases.map((release) => ({ realMs: release.call.realMs, line: lineOf(release) })),
    ...around.map(({ realMs, what }) => ({ realMs, line: what })),
  ].sort((one, other) => one.realMs - other.realMs);
  const { whose, segments, allowed, windowMs } = crowd;
  const last = releases.at(-1)?.call.releasedAt ?? 0;
  const most = Number(allowed.toFixed(1));
  const head = `over rate: ${whose}, ${segments} segments in ${windowMs / 1_000} s until ${instant(last)}; before the last text at most ${most}`;
  return [head, ...lines.map(({ realMs, line }) => `${String(Math.round(realMs - endMs)).padStart(8)}  ${line}`)].join(
    '\n',
  );
}

function lineOf({ call, segments }: Release): string {
  const { engine, from, releasedAt, claimedAt, calledAt } = call;
  const own = Math.round(claimedAt - releasedAt);
  const later = Math.round(calledAt - releasedAt);
  return `released ${instant(releasedAt)}: ${segments} from ${from} by engine ${engine}, by its own clock ${own < 0 ? '' : '+'}${own} ms, called ${later} ms later`;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
