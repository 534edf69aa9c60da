import { useWords } from '../../words/index.ts';
import { type Draft, isUntouched } from './draft.ts';
import { lacksForSaving } from './lacks.ts';
import type { Faults } from './save-draft.ts';
import { isSaved } from './unsaved.ts';

interface DraftStateProps {
  readonly draft: Draft;
  readonly isSaving: boolean;
  readonly faults: Faults;
}

/** Where the draft stands: whether one could leave now and find all of it again tomorrow. */
export function DraftState({ draft, isSaving, faults }: DraftStateProps) {
  const { t } = useWords();
  const words = (): string => {
    if (isSaving) return t('actions.saving');
    if (isUntouched(draft)) return t('actions.nothingYet');
    if (draft.newer !== undefined) return t('actions.notSaved');
    if (Object.keys(faults).length > 0) return t('actions.partlySaved');
    if (isSaved(draft)) return t('actions.savedAsDraft');
    const lacks = lacksForSaving(draft);
    if (lacks.length === 2) return t('actions.notSavedBoth');
    if (lacks[0] === 'name') return t('actions.notSavedName');
    if (lacks[0] === 'list') return t('actions.notSavedList');
    return t('actions.notSaved');
  };
  return <span>{words()}</span>;
}
