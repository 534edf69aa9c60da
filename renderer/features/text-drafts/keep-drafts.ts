import type { Output } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { AppState, AppStore } from '../../app/store.ts';
import { ask, askEngine } from '../../bridge/base-query.ts';
import { registerBeforeSignOut } from '../../bridge/before-sign-out.ts';
import type { Session } from '../../bridge/session-slice.ts';
import { createDraftKeeper, type DraftKeeper, type Saving } from './draft-keeper.ts';
import { draftsFound, type FoundDraft, takeUpDrafts } from './found-drafts.ts';
import { keyOf, leavingWordsIn, type UnsentWords, unsentWordsIn } from './unsent-words.ts';

const perPage = 500;
/** How long the engine is left alone when it could not say what it has kept. */
const retryMs = 2_000;

/** One person's sitting. */
interface Sitting {
  readonly session: Session;
  readonly keeper: DraftKeeper;
  /** The state that was looked at last. */
  seen: AppState;
  readonly leave: () => void;
}

/**
 * Brings what each person has written and not sent back to them, and saves what they write, for the life of the page. What
 * the engine could not take before somebody left waits here for them, and for nobody else.
 */
export function keepTextDrafts(store: AppStore): void {
  const leftBehind = new Map<number, readonly UnsentWords[]>();
  let sitting: Sitting | null = null;

  const isOf = ({ token }: Session): boolean => store.getState().session.session?.token === token;

  async function save(session: Session, words: UnsentWords): Promise<Saving> {
    if (!isOf(session)) return 'unanswered';
    const { actionId, contactId, text, scriptId } = words;
    const { error } = await askEngine(ask('conversations/save-draft', { actionId, contactId, text, scriptId }), store);
    return error === undefined ? 'kept' : meaningOf(error);
  }

  async function findDrafts(session: Session, keeper: DraftKeeper): Promise<void> {
    const found: FoundDraft[] = [];
    let after: number | null = null;
    do {
      const page = await askEngine(ask('conversations/list-drafts', { after, limit: perPage }), store);
      if (!isOf(session)) return;
      if (page.error !== undefined) {
        if (meaningOf(page.error) === 'unanswered') setTimeout(() => void findDrafts(session, keeper), retryMs);
        return;
      }
      const { drafts, next } = page.data as Output<'conversations/list-drafts'>;
      found.push(...drafts);
      after = next;
    } while (after !== null);
    keeper.noteKept(found);
    const { userId } = session.person;
    const newer = leftBehind.get(userId) ?? [];
    leftBehind.delete(userId);
    store.dispatch(draftsFound([...new Map([...found, ...newer].map((words) => [keyOf(words), words])).values()]));
    for (const actionId of Object.keys(store.getState().texting)) takeUpDrafts(Number(actionId), store);
  }

  function begin(session: Session): void {
    const keeper = createDraftKeeper((words) => save(session, words));
    const leave = registerBeforeSignOut(keeper.saveNow);
    sitting = { session, keeper, seen: store.getState(), leave };
    void findDrafts(session, keeper);
  }

  function end({ session, keeper, leave }: Sitting): void {
    leave();
    const unsaved = keeper.end();
    if (unsaved.length > 0) leftBehind.set(session.person.userId, unsaved);
    sitting = null;
  }

  store.subscribe(() => {
    const state = store.getState();
    const { session } = state.session;
    if (sitting !== null && sitting.session.token !== session?.token) end(sitting);
    if (sitting === null && session !== null) begin(session);
    if (sitting === null) return;
    const { seen, keeper } = sitting;
    sitting.seen = state;
    const isOther =
      seen.inbox.drafts !== state.inbox.drafts ||
      seen.inbox.answering !== state.inbox.answering ||
      seen.texting !== state.texting ||
      seen.firstTexts !== state.firstTexts;
    if (isOther) keeper.note(unsentWordsIn(state), leavingWordsIn(state));
    // Whoever goes elsewhere has stopped writing.
    const isElsewhere = seen.inbox.open !== state.inbox.open || seen.place !== state.place;
    if (isElsewhere) void keeper.saveNow();
  });

  // A page that is hidden may not be shown again, and one that goes has no time left.
  const saveNow = (): void => void sitting?.keeper.saveNow();
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saveNow());
  window.addEventListener('pagehide', saveNow);
}

function meaningOf({ kind }: AppError): Saving {
  return kind === 'wait' || kind === 'setup' ? 'unanswered' : 'refused';
}
