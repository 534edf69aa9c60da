/** Decides what goes wrong with a request, by the knobs and the seed. Doing it is the server's part. */
import type { Call } from './answer.ts';
import type { Dice } from './dice.ts';
import type { Fault, Knobs } from './knobs.ts';

/**
 * The fault of one request. A scripted one (`nextFaults`) goes before the rates and is used up by a create of a
 * message only. Of the rates, at most one strikes.
 * @param nameAttempt names the draw; asked for only when a rate may strike.
 * @param takeScripted gives the next scripted fault and removes it.
 */
export function faultOf(
  kind: string,
  nameAttempt: () => string,
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
  if (rates.every(([, rate]) => rate === 0)) return 'none';
  let left = dice.draw('fault', nameAttempt());
  for (const [fault, rate] of rates) {
    left -= rate;
    if (left < 0) return fault;
  }
  return 'none';
}

/**
 * What chance calls a request. A message that is created is called by its phone and by how often that was tried, so
 * that the same texts meet the same faults in every run with the same seed, in whatever order they are sent and however
 * many at once. Every other request is called by its place among all.
 */
export function attemptNames(): (kind: string, call: Call) => string {
  const attempts = new Map<string, number>();
  return (kind, { form, ordinal }) => {
    if (kind !== 'messages.create') return `request ${ordinal}`;
    const phone = form.get('To') ?? '';
    const attempt = (attempts.get(phone) ?? 0) + 1;
    attempts.set(phone, attempt);
    return `create ${phone} ${attempt}`;
  };
}

function concerns(faultsOn: Knobs['faultsOn'], kind: string): boolean {
  if (faultsOn === 'all') return true;
  return kind.endsWith('.create') === (faultsOn === 'creates');
}
