import type { AppError } from '../../../shared/errors.ts';
import type { EngineKnowledge } from '../../app/engine-slice.ts';

/** Fewer losses in a row than this are not worth a worry: the next engine is there within a second. */
const worryingLosses = 3;

/** What the one calm line has to say of the engine. */
export type EngineNews =
  | { readonly news: 'restarting' }
  | { readonly news: 'keeps-stopping'; readonly retryAt: number }
  | { readonly news: 'not-writable'; readonly error: AppError }
  | { readonly news: 'restarted' };

/**
 * The most urgent of what there is to say. `null` while all is well, while the first engine is being started, and when
 * the store cannot be opened at all, which is told by a screen of its own.
 */
export function engineNews({ now, lossesSeen, notWritable }: EngineKnowledge): EngineNews | null {
  if (lossesSeen === null || now.state === 'failed') return null;
  if (now.state === 'waiting' && now.lossesInARow >= worryingLosses) {
    return { news: 'keeps-stopping', retryAt: now.retryAt };
  }
  if (now.state !== 'ready') return { news: 'restarting' };
  if (notWritable) return { news: 'not-writable', error: notWritable };
  return now.losses > lossesSeen ? { news: 'restarted' } : null;
}
