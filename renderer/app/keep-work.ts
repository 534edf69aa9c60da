import { keepActionDrafts } from '../features/actions/keep-drafts.ts';
import { keepTextDrafts } from '../features/text-drafts/keep-drafts.ts';
import { keepPresses } from '../features/texting/keep-presses.ts';
import type { AppStore } from './store.ts';

/** What somebody has done and the engine does not have yet outlives the page and the session, for the life of the page. */
export function keepWork(store: AppStore): void {
  keepPresses(store);
  keepTextDrafts(store);
  keepActionDrafts(store);
}
