import { ChevronDown, ChevronUp } from 'lucide-react';
import { measureText } from '../../../shared/domain/text-measure.ts';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { type PreviewValues, previewOf } from '../script-editor/preview.ts';
import { variablesToHave } from './lacking.ts';
import { LackingNote } from './lacking-note.tsx';
import { PreviewBubble } from './preview-bubble.tsx';
import { PreviewNotes } from './preview-notes.tsx';
import styles from './preview-panel.module.css';
import { PreviewStep } from './preview-step.tsx';
import type { PreviewContacts } from './use-preview-contacts.ts';

interface PreviewPanelProps {
  readonly body: string;
  /** Which text it is. */
  readonly title: string;
  readonly contacts: PreviewContacts;
  readonly values: PreviewValues;
}

/** A text as it will reach a real contact of the list, one contact after the other. */
export function PreviewPanel({ body, title, contacts, values }: PreviewPanelProps) {
  const { t, formats } = useWords();
  const { listId, contact, position, hasPrevious, hasNext, goPrevious, goNext, goTo, isLoading } = contacts;
  const hasList = listId !== null;
  const previous = useVerb({
    id: 'previous-contact',
    label: t('actions.previousContact'),
    keys: 'alt+ArrowUp',
    isDisabled: !hasPrevious,
    mayRepeat: true,
    isHidden: true,
    run: goPrevious,
  });
  const next = useVerb({
    id: 'next-contact',
    label: t('actions.nextContact'),
    keys: 'alt+ArrowDown',
    isDisabled: !hasNext,
    mayRepeat: true,
    isHidden: true,
    run: goNext,
  });
  const preview = previewOf(body, values);
  const name = contact === null ? '' : `${contact.firstName} ${contact.lastName}`.trim();
  const segments = preview === null ? 0 : measureText(preview.text).segments;
  return (
    <aside className={styles.panel} aria-label={t('actions.preview')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('actions.preview')}</h2>
        <span className={styles.of}>{title}</span>
      </header>
      {contact !== null && (
        <div className={styles.contact}>
          <div className={styles.who} aria-live="polite">
            <span className={styles.name}>{name === '' ? t('actions.nameless') : name}</span>
            <span className={styles.phone}>{formats.phone(contact.phone)}</span>
          </div>
          <div className={styles.steps}>
            <PreviewStep verb={previous} Icon={ChevronUp} />
            <PreviewStep verb={next} Icon={ChevronDown} />
          </div>
        </div>
      )}
      <PreviewBubble preview={preview} />
      {preview !== null && preview.text !== '' && (
        <p className={styles.aside}>
          {t('actions.scripts.billedAs', { count: segments, shown: formats.number(segments) })}
        </p>
      )}
      {preview !== null && <PreviewNotes preview={preview} />}
      {preview !== null &&
        listId !== null &&
        variablesToHave(body)
          .filter(values.isKnown)
          .map((variable) => (
            <LackingNote
              key={variable}
              listId={listId}
              variable={variable}
              isShown={preview.missing.includes(variable)}
              onShow={goTo}
            />
          ))}
      {!hasList && <p className={styles.aside}>{t('actions.previewNoList')}</p>}
      {hasList && contact === null && !isLoading && <p className={styles.aside}>{t('actions.previewNobody')}</p>}
      {contact !== null && (
        <p className={styles.aside}>
          {position === null
            ? t('actions.previewOther')
            : t('actions.previewSteps', { number: formats.number(position) })}{' '}
          <KeyHint keys="alt+ArrowUp" /> <KeyHint keys="alt+ArrowDown" />
        </p>
      )}
    </aside>
  );
}
