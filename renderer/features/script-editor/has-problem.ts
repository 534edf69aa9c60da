import type { AppDispatch } from '../../app/store.ts';
import { scriptsApi } from './scripts-api.ts';

/** Whether a text has something that keeps it from being sent, as the engine judges it. False when it cannot be asked. */
export async function hasProblem(dispatch: AppDispatch, body: string): Promise<boolean> {
  const { data } = await dispatch(scriptsApi.endpoints.checkScript.initiate(body, { subscribe: false }));
  return (data?.problems.length ?? 0) > 0;
}
