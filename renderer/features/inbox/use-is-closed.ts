import { skipToken } from '@reduxjs/toolkit/query';
import { type ConversationId, useReadConversationQuery } from './api.ts';
import { stopOf } from './stop.ts';

/** Whether nobody can write there any more, as far as it is known. */
export function useIsClosed(id: ConversationId | null): boolean {
  const { currentData } = useReadConversationQuery(id ?? skipToken);
  return currentData !== undefined && stopOf(currentData)?.isForGood === true;
}
