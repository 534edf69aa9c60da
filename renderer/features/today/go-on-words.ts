import type { Words } from '../../words/index.ts';
import type { OpenAction } from './open-action.ts';

/** What stands on the way back to a batch that one has begun. */
export function goOnWords({ name, ownLeft }: OpenAction, { t, formats }: Pick<Words, 't' | 'formats'>): string {
  return t('today.goOn', { count: ownLeft, number: formats.number(ownLeft), name });
}
