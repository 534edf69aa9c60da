import { type SkipToken, skipToken } from '@reduxjs/toolkit/query';
import type { Room } from '../../../shared/contract/events.ts';
import type { Given, Output } from '../../../shared/contract/index.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import { type PageWindow, usePageWindow } from '../contacts/use-page-window.ts';
import { useListWaitingQuery } from './api.ts';
import type { WaitingText } from './waiting.ts';

type WaitingPage = Output<'outbox/list-waiting'>;

const perPage = 100;

/** A list that is read, and not a figure: it may stand for a moment. */
const paceMs = 2_000;
/** Texting hours begin and rests end without any news. */
const unaskedMs = 15_000;
const rooms: readonly Room[] = ['outbox', 'actions', 'numbers', 'campaign', 'carrier'];
const noRooms: readonly Room[] = [];

function useWaitingPage(page: Given<'outbox/list-waiting'> | SkipToken) {
  const read = useListWaitingQuery(page, { pollingInterval: unaskedMs, refetchOnMountOrArgChange: true });
  usePacedNews(page === skipToken ? noRooms : rooms, paceMs, () => void read.refetch());
  return read;
}

/** What waits, the first decided first, around the eye: an admin has all of it, a texter what they decided. */
export function useWaitingTexts(): PageWindow<WaitingPage, WaitingText> {
  return usePageWindow<WaitingPage, WaitingText, Given<'outbox/list-waiting'>>({
    usePage: useWaitingPage,
    inputFor: (after) => ({ after, limit: perPage }),
    rowsOf: (page) => page.messages,
  });
}
