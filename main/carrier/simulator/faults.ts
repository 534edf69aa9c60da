/** Decides what goes wrong with a request, by the knobs and the seed. Doing it is the server's part. */
import type { Dice } from './dice.ts';
import type { Fault, Knobs } from './knobs.ts';

/**
 * The fault of one request. A scripted one (`nextFaults`) goes before the rates and is used up by a create of a
 * message only. Of the rates, at most one strikes.
 * @param takeScripted gives the next scripted fault and removes it.
 */
export function faultOf(
  kind: string,
  ordinal: number,
  knobs: Knobs,
  dice: Dice,
  takeScripted: () => Fault | undefined,
): Fault {
  const scripted = kind === 'messages.create' ? takeScripted() : undefined;
  if (scripted !== undefined) return scripted;
  if (!concerns(knobs.faultsOn, kind)) return 'none';
  const rates: readonly (readonly [Fault, number])[] = [
    ['too-many-requests', knobs.tooManyRequestsRate],
    ['error-before', knobs.errorBeforeRate],
    ['error-after', knobs.errorAfterRate],
    ['lost-answer', knobs.lostAnswerRate],
    ['accept-after-gone', knobs.acceptAfterGoneRate],
  ];
  let left = dice.draw('fault', ordinal);
  for (const [fault, rate] of rates) {
    left -= rate;
    if (left < 0) return fault;
  }
  return 'none';
}

function concerns(faultsOn: Knobs['faultsOn'], kind: string): boolean {
  if (faultsOn === 'all') return true;
  return kind.endsWith('.create') === (faultsOn === 'creates');
}
