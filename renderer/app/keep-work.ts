import { keepActionDrafts } from '../features/actions/keep-drafts.ts';
import { keepResponses } from '../features/actions/keep-responses.ts';
import { keepTextDrafts } from '../features/text-drafts/keep-drafts.ts';
import { keepCount } from '../features/texting/keep-count.ts';
import { keepPresses } from '../features/texting/keep-presses.ts';
import { keepPlace } from './keep-place.ts';
import type { AppStore } from './store.ts';

/** Where somebody is, and what they have done and the engine does not have yet, outlives the page and the session, for the life of the page. */
export function keepWork(store: AppStore): void {
  keepPlace(store);
  keepPresses(store);
  keepCount(store);
  keepTextDrafts(store);
  keepActionDrafts(store);
  keepResponses(store);
}
