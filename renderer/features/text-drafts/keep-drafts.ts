import type { Output } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { AppState, AppStore } from '../../app/store.ts';
import { ask, askEngine } from '../../bridge/base-query.ts';
import { registerBeforeSignOut } from '../../bridge/before-sign-out.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { onPageHidden } from '../../bridge/page-hidden.ts';
import type { Session } from '../../bridge/session-slice.ts';
import { createDraftKeeper, type DraftKeeper, type Saving } from './draft-keeper.ts';
import { draftsFound, type FoundDraft, takeUpDrafts } from './found-drafts.ts';
import { leavingWordsIn, type UnsentWords, unsentWordsIn } from './unsent-words.ts';

const perPage = 500;
/** How long the engine is left alone when it could not say what it has kept. */
const retryMs = 2_000;

/** One person's sitting. */
interface Sitting {
  readonly session: Session;
  readonly keeper: DraftKeeper;
  /** Conversations to which words have left in this sitting: what the engine had before of them is not unsent any more. */
  readonly left: Set<string>;
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
    const { actionId, contactId, isFirst, text, scriptId, replaced } = words;
    const input = { actionId, contactId, isFirst, text, scriptId, replaced };
    const { error } = await askEngine(ask('conversations/save-draft', input), store);
    return error === undefined ? 'kept' : meaningOf(error);
  }

  async function findDrafts(begun: Sitting): Promise<void> {
    const { session, keeper, left } = begun;
    const found: FoundDraft[] = [];
    let after: number | null = null;
    do {
      const page = await askEngine(ask('conversations/list-drafts', { after, limit: perPage }), store);
      if (!isOf(session)) return;
      if (page.error !== undefined) {
        if (meaningOf(page.error) === 'unanswered') setTimeout(() => isOf(session) && void findDrafts(begun), retryMs);
        return;
      }
      const { drafts, next } = page.data as Output<'conversations/list-drafts'>;
      found.push(...drafts.map(({ savedAt, ...words }) => ({ ...words, writtenAt: savedAt })));
      after = next;
    } while (after !== null);
    const unsent = found.filter((words) => !left.has(keyOf(words)));
    keeper.noteKept(unsent);
    const { userId } = session.person;
    const newer = leftBehind.get(userId) ?? [];
    leftBehind.delete(userId);
    store.dispatch(draftsFound(newestOf([...unsent, ...newer])));
  }

  function begin(session: Session): void {
    const keeper = createDraftKeeper((words) => save(session, words));
    const leave = registerBeforeSignOut(keeper.saveNow);
    sitting = { session, keeper, left: new Set(), seen: store.getState(), leave };
    void findDrafts(sitting);
  }

  function end({ session, keeper, leave }: Sitting): void {
    leave();
    const { userId } = session.person;
    // With those of a sitting before that could not be given back.
    const unsaved = newestOf([...(leftBehind.get(userId) ?? []), ...keeper.end()]);
    if (unsaved.length > 0) leftBehind.set(userId, unsaved);
    sitting = null;
  }

  // Before anything is drawn: whoever comes to the desk stands there with what was begun.
  store.subscribe(() => takeUpDrafts(store));

  store.subscribe(() => {
    const state = store.getState();
    const { session } = state.session;
    if (sitting !== null && sitting.session.token !== session?.token) end(sitting);
    if (sitting === null && session !== null) begin(session);
    if (sitting === null) return;
    const { seen, keeper, left } = sitting;
    sitting.seen = state;
    const isOther =
      seen.inbox.drafts !== state.inbox.drafts ||
      seen.inbox.answering !== state.inbox.answering ||
      seen.texting !== state.texting ||
      seen.firstTexts !== state.firstTexts;
    if (isOther) {
      const leaving = leavingWordsIn(state);
      for (const key of leaving) left.add(key);
      keeper.note(unsentWordsIn(state), leaving);
    }
    // Whoever goes elsewhere has stopped writing.
    const isElsewhere = seen.inbox.open !== state.inbox.open || seen.place !== state.place;
    if (isElsewhere) void keeper.saveNow();
  });

  onPageHidden(() => void sitting?.keeper.saveNow());
}

/** By conversation, of several the last. */
function newestOf<Words extends UnsentWords>(words: readonly Words[]): readonly Words[] {
  return [...new Map(words.map((one) => [keyOf(one), one])).values()];
}

function meaningOf({ kind }: AppError): Saving {
  return kind === 'wait' || kind === 'setup' ? 'unanswered' : 'refused';
}
