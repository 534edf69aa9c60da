import type { AppError } from '../../../shared/errors.ts';
import type { AppDispatch } from '../../app/store.ts';
import { scriptsApi } from './scripts-api.ts';

/** What keeps a text from being sent, as the engine judges it; the first of several. Null also when it cannot be asked. */
export async function firstProblem(dispatch: AppDispatch, body: string): Promise<AppError | null> {
  const { data } = await dispatch(scriptsApi.endpoints.checkScript.initiate(body, { subscribe: false }));
  return data?.problems[0]?.error ?? null;
}
