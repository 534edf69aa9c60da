import { useWords } from '../../words/index.ts';
import { Choice } from './choice.tsx';
import type { Saved } from './saved.ts';
import { SavedField } from './saved-field.tsx';
import { useSavedValue } from './use-saved-value.ts';

interface SavedChoiceProps {
  readonly label: string;
  readonly description: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** As it is kept. */
  readonly value: string;
  readonly save: (value: string, intentId: string) => Promise<Saved>;
}

/** A choice of few, saved when it is made. */
export function SavedChoice({ value, save, ...choice }: SavedChoiceProps) {
  const { tell } = useWords();
  const { shown, isSaved, error, keep } = useSavedValue({ kept: value, save });
  return (
    <SavedField isSaved={isSaved}>
      <Choice {...choice} value={shown} onChange={(wanted) => void keep(wanted)} error={error && tell(error)} />
    </SavedField>
  );
}
