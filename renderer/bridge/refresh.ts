import type { BaseQueryApi } from '@reduxjs/toolkit/query';
import { rooms } from '../../shared/contract/events.ts';
import { api } from './api.ts';

const paced = new Set<() => void>();

/** For what is read at a pace of its own: calls when somebody wants to see all anew. Returns the way to end it. */
export function onRefresh(read: () => void): () => void {
  paced.add(read);
  return () => void paced.delete(read);
}

/** Reads anew all that is shown. Tells whether all of it could be read. */
export async function refresh(dispatch: BaseQueryApi['dispatch']): Promise<boolean> {
  dispatch(api.util.invalidateTags([...rooms]));
  for (const read of paced) read();
  const answers = await Promise.all(dispatch(api.util.getRunningQueriesThunk()));
  return answers.every(({ isError }) => !isError);
}
