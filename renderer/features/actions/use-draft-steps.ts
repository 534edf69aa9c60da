import { useState } from 'react';
import { wentBack, wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import { firstProblem } from '../script-editor/first-problem.ts';
import type { PreviewValues } from '../script-editor/preview.ts';
import type { PreviewContact } from './actions-api.ts';
import type { Draft } from './draft.ts';
import type { DraftSaver } from './draft-saver.ts';
import { type DraftKey, publishingBegun } from './drafts-slice.ts';
import { firstBar } from './first-bar.ts';
import type { FocusRequest } from './focus-request.ts';
import { type Held, type Hold, heldBy, textsIn } from './hold.ts';
import { type Lack, lacksForPublishing, lacksForSaving } from './lacks.ts';
import type { PreviewContacts } from './use-preview-contacts.ts';

interface DraftStepsParts {
  readonly draftKey: DraftKey;
  readonly draft: Draft;
  readonly saver: DraftSaver;
  readonly contacts: PreviewContacts;
  readonly valuesFor: (contact: PreviewContact | null) => PreviewValues;
}

export interface DraftSteps {
  readonly saveNow: () => Promise<void>;
  /** Saves, and asks whether to publish. */
  readonly goOn: () => Promise<void>;
  readonly isPublishing: boolean;
  readonly stay: () => void;
  readonly published: (actionId: number, jobId: number) => void;
  /** What was missed by the last step and is missing still. */
  readonly isLacking: (lack: Lack) => boolean;
  /** Why the last step was not taken, while it is so. */
  readonly held: Held | null;
  readonly focus: FocusRequest;
  readonly focusOn: (target: string) => void;
}

/** What is done with a draft, and what keeps one from it: said beside the step and where it is to be mended, with the cursor there. */
export function useDraftSteps({ draftKey, draft, saver, contacts, valuesFor }: DraftStepsParts): DraftSteps {
  const dispatch = useAppDispatch();
  const isHere = useIsHere();
  const [shownLacks, setShownLacks] = useState<readonly Lack[]>([]);
  const [hold, setHold] = useState<Hold | null>(null);
  const [focus, setFocus] = useState<FocusRequest>({ target: '', count: 0 });
  const [isPublishing, setIsPublishing] = useState(false);
  const focusOn = (target: string): void => setFocus(({ count }) => ({ target, count: count + 1 }));

  function holdBack(by: Hold): void {
    setHold(by);
    const held = heldBy(by, draft);
    if (held !== null) focusOn(held.target);
  }

  function hasAll(lacks: readonly Lack[]): boolean {
    setShownLacks(lacks);
    setHold(null);
    const [lack] = lacks;
    if (lack !== undefined) holdBack({ lack });
    return lack === undefined;
  }

  /** A draft is kept with whatever is in it; what cannot be sent is mended first. */
  async function problemInTexts(): Promise<Hold | null> {
    for (const { key, body } of textsIn(draft)) {
      const why = await firstProblem(dispatch, body);
      if (why !== null) return { key, body, why };
    }
    return null;
  }

  return {
    saveNow: async () => {
      if (!hasAll(lacksForSaving(draft)) || (await saver.save()) || !isHere()) return;
      const fault = saver.textFault();
      if (fault !== null) setHold(fault);
    },
    goOn: async () => {
      if (!hasAll(lacksForPublishing(draft))) return;
      const { contact, sample } = contacts;
      // Whoever is shown comes first; without a list that can be read, the text stands for itself.
      const bar = firstBar(draft, [contact, ...sample.filter((one) => one !== contact)], valuesFor);
      if (bar !== null) {
        if (bar.contact !== null) contacts.goTo(bar.contact.contactId);
        return holdBack(bar);
      }
      const isSaved = await saver.save();
      const problem = isSaved ? await problemInTexts() : saver.textFault();
      if (!isHere()) return;
      if (problem !== null) holdBack(problem);
      else if (isSaved) setIsPublishing(true);
    },
    isPublishing,
    stay: () => setIsPublishing(false),
    published: (actionId, jobId) => {
      dispatch(publishingBegun({ actionId, jobId }));
      if (draftKey !== 'new' || !isHere()) return;
      // The way back is to where one came from, and not to an empty form.
      dispatch(wentBack());
      dispatch(wentTo({ screen: 'actions', actionId }));
    },
    isLacking: (lack) => shownLacks.includes(lack) && lacksForPublishing(draft).includes(lack),
    held: heldBy(hold, draft),
    focus,
    focusOn,
  };
}
