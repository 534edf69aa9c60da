import type { Given } from '../../../shared/contract/index.ts';
import { appError } from '../../../shared/errors.ts';
import { contact } from './desk-answers.ts';
import type { Answers } from './fake-bridge.ts';

/** A text that this engine finds too long. */
export const tooLong = 'too long';

interface Seat {
  readonly id: number;
  state: 'unassigned' | 'claimed' | 'texted';
  batchId: number;
  putOffAt: number | null;
  hasOptedOut: boolean;
}

/**
 * The engine's side of one texter's desks, as a model: claims, presses, opt-outs and what an admin takes back. What it is
 * asked waits on a wire, in both directions, until the test lets it through.
 */
export function deskEngine(everybody: number, bucketSize: number) {
  const seats: Seat[] = Array.from({ length: everybody }, (_, n) => ({
    id: n + 1,
    state: 'unassigned',
    batchId: 0,
    putOffAt: null,
    hasOptedOut: false,
  }));
  const sizes = new Map<number, number[]>();
  const kept = new Map<string, number>();
  let lastBatchId = 0;
  const asked: { readonly answer: () => unknown; readonly tell: (answer: unknown) => void }[] = [];
  const answered: (() => void)[] = [];

  const claimed = (): Seat[] => seats.filter(({ state }) => state === 'claimed');
  const onDesk = (): Seat[] => claimed().filter(({ hasOptedOut }) => !hasOptedOut);

  function claim() {
    const left = onDesk();
    if (left.length > 0) return { batchId: left[0]?.batchId ?? 0, contactCount: left.length };
    const free = seats.filter(({ state, hasOptedOut }) => state === 'unassigned' && !hasOptedOut).slice(0, bucketSize);
    if (free.length === 0) return { error: appError('assignments/none-left') };
    for (const seat of claimed()) seat.state = 'unassigned';
    lastBatchId += 1;
    for (const seat of free) Object.assign(seat, { state: 'claimed', batchId: lastBatchId, putOffAt: null });
    sizes.set(
      lastBatchId,
      free.map(({ id }) => id),
    );
    return { batchId: lastBatchId, contactCount: free.length };
  }

  function listDesk({ after = null, limit = 10 }: Given<'assignments/list-desk'>) {
    const left = onDesk();
    const batchIds = [...new Set(claimed().map(({ batchId }) => batchId))];
    const batch = seats.filter(({ batchId }) => batchIds.includes(batchId));
    return {
      desk: left
        .filter(({ id }) => id > (after ?? 0))
        .slice(0, limit)
        .map(({ id, batchId, putOffAt }) => contact(id, { batchId, putOffAt })),
      leftCount: left.length,
      batch:
        batchIds.length === 0
          ? null
          : {
              batchIds,
              size: batch.length,
              texted: batch.filter(({ state }) => state === 'texted').map(({ id }) => id),
            },
    };
  }

  function send({ intentId, assignmentId, text }: Given<'outbox/send-initial'>) {
    const messageId = kept.get(intentId);
    if (messageId !== undefined) return { messageId, segments: 1, wait: null };
    const seat = seats.find(({ id }) => id === assignmentId);
    if (seat === undefined || seat.state === 'unassigned') return { error: appError('assignments/not-yours') };
    if (seat.state === 'texted') return { error: appError('assignments/already-texted') };
    if (text === tooLong) return { error: appError('outbox/too-long') };
    if (seat.hasOptedOut) return { error: appError('outbox/opted-out') };
    seat.state = 'texted';
    kept.set(intentId, kept.size + 1);
    return { messageId: kept.size, segments: 1, wait: null };
  }

  const free = (): number => {
    const gone = claimed();
    for (const seat of gone) Object.assign(seat, { state: 'unassigned', batchId: 0, putOffAt: null });
    return gone.length;
  };

  function putOff({ assignmentId }: Given<'assignments/put-off'>) {
    const seat = claimed().find(({ id }) => id === assignmentId);
    if (seat === undefined) return { error: appError('assignments/not-yours') };
    seat.putOffAt = Date.now();
    return {};
  }

  const onWire =
    <Input, Answer>(answer: (input: Input) => Answer) =>
    (input: Input): Promise<Answer> =>
      new Promise((resolve) => {
        asked.push({ answer: () => answer(input), tell: (value) => resolve(value as Answer) });
      });

  const answers = {
    'assignments/claim-batch': onWire(claim),
    'assignments/list-desk': onWire(listDesk),
    'assignments/give-back': onWire(() => ({ contactCount: free() })),
    'assignments/put-off': onWire(putOff),
    'outbox/send-initial': onWire(send),
  } as Answers;

  return {
    answers,
    onDesk: () => onDesk().map(({ id }) => id),
    /** Also whoever has opted out since. */
    claimed: () => claimed().map(({ id }) => id),
    texted: () => seats.filter(({ state }) => state === 'texted').map(({ id }) => id),
    /** @param onNews is told when what the engine said before has arrived */
    takeBack: (onNews: () => void) => {
      free();
      answered.push(onNews);
    },
    optOut: (id: number) => {
      const seat = seats.find((one) => one.id === id);
      if (seat !== undefined) seat.hasOptedOut = true;
    },
    /** The engine does what it was asked first. Tells whether there was anything. */
    work(): boolean {
      const first = asked.shift();
      if (first === undefined) return false;
      const answer = first.answer();
      answered.push(() => first.tell(answer));
      return true;
    },
    /** Its first answer arrives. */
    async tell(): Promise<boolean> {
      const first = answered.shift();
      first?.();
      if (first !== undefined) await new Promise((resolve) => setTimeout(resolve));
      return first !== undefined;
    },
  };
}
