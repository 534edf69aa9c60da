import type { CustomField } from '../../../bridge/rooms/custom-fields.ts';
import { useWords } from '../../../words/index.ts';
import { fieldTarget, leaveOut, newField, plainTargets } from './column-choice.ts';

/** What a column can fill, as a select offers it: nothing, what everybody has, and the campaign's own fields. */
export function TargetOptions({ fields }: { readonly fields: readonly CustomField[] }) {
  const { t } = useWords();
  return (
    <>
      <option value={leaveOut}>{t('contacts.leaveOut')}</option>
      <optgroup label={t('contacts.aboutContact')}>
        {plainTargets.map((target) => (
          <option key={target} value={target}>
            {t(`contacts.targets.${target}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('contacts.customFields')}>
        {fields.map(({ fieldId, title }) => (
          <option key={fieldId} value={fieldTarget({ fieldId })}>
            {title}
          </option>
        ))}
        <option value={newField}>{t('contacts.newFieldOption')}</option>
      </optgroup>
    </>
  );
}
