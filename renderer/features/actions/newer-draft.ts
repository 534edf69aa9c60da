import type { Draft, DraftScript } from './draft.ts';

/**
 * What becomes of a draft that its author takes up again, by what the store has by now. Where nobody else has changed it,
 * its author goes on; where somebody has, the draft has the newer version beside it, and is not saved until its author has
 * chosen: nobody's words are lost unseen.
 */
export function takenUpAgain(draft: Draft, stored: Draft): Draft {
  const ours = rebased(draft, stored);
  return isOnlyOurs(draft, stored) ? ours : { ...ours, newer: stored };
}

/** The author's words over what the store has: saving it takes the place of that. */
export function rebased(draft: Draft, stored: Draft): Draft {
  const keptNow = new Map(scriptsOf(stored).map(({ kept }) => [kept?.scriptId, kept]));
  const over = (script: DraftScript): DraftScript => ({
    ...script,
    kept: keptNow.get(script.kept?.scriptId) ?? script.kept,
  });
  const { newer: _newer, ...mine } = draft;
  return {
    ...mine,
    initial: mine.initial.map(over),
    responses: mine.responses.map(over),
    kept: stored.kept,
  };
}

/** Whether all that the store says is as its author last knew it, or as they wrote it and had no answer any more. */
function isOnlyOurs(draft: Draft, stored: Draft): boolean {
  const { kept } = draft;
  if (kept === null || stored.kept === null) return true;
  const isKnown = <Value>(now: Value, ...known: readonly Value[]): boolean =>
    known.some((each) => JSON.stringify(each) === JSON.stringify(now));
  const idsOf = (scripts: readonly DraftScript[]) => scripts.flatMap((script) => script.kept?.scriptId ?? []);
  const before = new Map(scriptsOf(draft).map((script) => [script.kept?.scriptId, script]));
  return (
    isKnown(stored.kept.name, kept.name, draft.name.trim()) &&
    isKnown(stored.kept.listId, kept.listId, draft.listId) &&
    isKnown(stored.kept.initialScriptIds, kept.initialScriptIds, idsOf(draft.initial)) &&
    isKnown(stored.kept.responseScriptIds, kept.responseScriptIds, idsOf(draft.responses)) &&
    scriptsOf(stored).every((script) => {
      const ours = before.get(script.kept?.scriptId);
      return ours === undefined || isKnown(script.body, ours.kept?.body, ours.body.trim());
    })
  );
}

function scriptsOf({ initial, responses }: Draft): readonly DraftScript[] {
  return [...initial, ...responses];
}
