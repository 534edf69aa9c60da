import { fullName } from '../../../shared/domain/full-name.ts';
import { useWords } from '../../words/index.ts';
import type { PreviewValues } from '../script-editor/preview.ts';
import { previewOf } from '../script-editor/preview.ts';
import type { PreviewContact } from './actions-api.ts';
import { type Draft, isBlank } from './draft.ts';
import { textsOf } from './draft-texts.ts';
import { PreviewBubble } from './preview-bubble.tsx';
import { Aside } from './publish-fact.tsx';
import styles from './publish-texts.module.css';

interface PublishTextsProps {
  readonly draft: Draft;
  /** Null while nobody in the list can be texted, or nobody is known yet. */
  readonly contact: PreviewContact | null;
  readonly values: PreviewValues;
}

/** Each initial script as one contact of the list will read it. */
export function PublishTexts({ draft, contact, values }: PublishTextsProps) {
  const { t, formats } = useWords();
  const texts = textsOf({ initial: draft.initial, responses: [] }, t).filter(({ script }) => !isBlank(script));
  const name = contact === null ? '' : fullName(contact);
  return (
    <>
      {contact !== null && (
        <Aside>{t('actions.readsSo', { name: name === '' ? formats.phone(contact.phone) : name })}</Aside>
      )}
      <ul className={styles.texts}>
        {texts.map(({ script, title }) => (
          <li key={script.key}>
            {texts.length > 1 && <span className={styles.title}>{title}</span>}
            <PreviewBubble preview={previewOf(script.body, values)} />
          </li>
        ))}
      </ul>
    </>
  );
}
