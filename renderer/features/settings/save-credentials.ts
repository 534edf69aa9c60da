import type { Given, Output } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AppStore } from '../../app/store.ts';
import { api } from '../../bridge/api.ts';
import { ask, askEngine } from '../../bridge/base-query.ts';

/**
 * Has the carrier's credentials checked and kept. It is no mutation of the page's store, which would hold what it was
 * given: nothing of the secret stays on the page.
 */
export async function saveCredentials(
  input: Given<'app/save-credentials'>,
  store: Pick<AppStore, 'dispatch' | 'getState'>,
): Promise<Result<Output<'app/save-credentials'>, AppError>> {
  const { data, error } = await askEngine(ask('app/save-credentials', input), store);
  if (error !== undefined) return err(error);
  store.dispatch(api.util.invalidateTags(['carrier', 'numbers']));
  return ok(data as Output<'app/save-credentials'>);
}
