import { type AppError, appError } from '../../shared/errors.ts';
import type { Carrier } from '../carrier/index.ts';
import type { Store } from '../store/index.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Hearing } from './hearing.ts';
import type { Line } from './line.ts';
import type { Matching } from './matching.ts';
import type { Pacing } from './pacing.ts';
import type { CarrierTime } from './time.ts';

/** Why no text at all leaves now, whatever becomes of each by itself. Both take the corrected time (epoch ms). */
export interface Holds {
  /** What somebody has to see to, or the matching of a restored store; null when there is no such thing. The line aside. */
  heldBy(at: number): AppError | null;
  /** What time mends by itself. */
  slowedBy(at: number): AppError | null;
}

export function createHolds(parts: {
  readonly store: Store;
  readonly carrier: Carrier | null;
  readonly pacing: Pacing;
  readonly matching: Matching;
  readonly hearing: Hearing;
  readonly time: CarrierTime;
  /** The way out; null while there is none. */
  readonly sending: () => { readonly line: Line; readonly dispatcher: Dispatcher } | null;
}): Holds {
  const { store, carrier, pacing, matching, hearing, time } = parts;
  const accountPause = (at: number) => store.look((reader) => pacing.pauseOf(reader, 'account', at));

  return {
    heldBy: (at) => {
      if (carrier === null || carrier.isLoopback !== (store.mode === 'practice')) return appError('carrier/not-set-up');
      if (store.incarnation() !== 'same') return appError('outbox/store-not-matched', { found: matching.foundCount() });
      const pause = accountPause(at);
      return pause?.reason === 'refused' ? appError('outbox/sending-refused', { code: pause.code ?? 0 }) : null;
    },

    slowedBy: (at) => {
      const sending = parts.sending();
      if (sending?.line.state() === 'down') return appError('carrier/unreachable');
      if (sending?.line.state() === 'up' && time.now().kind === 'unsure') return appError('outbox/clock-unsure');
      if (sending?.line.state() === 'up' && !hearing.isFresh()) return appError('outbox/replies-first');
      if (sending?.dispatcher.isOnTrial()) return appError('carrier/faulty');
      return accountPause(at) === null ? null : appError('carrier/busy');
    },
  };
}
