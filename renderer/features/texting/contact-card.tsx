import { useEffect, useRef } from 'react';
import { mayBeLeftOut } from '../../../shared/domain/script-render.ts';
import { measureText } from '../../../shared/domain/text-measure.ts';
import type { AppError } from '../../../shared/errors.ts';
import { useAppDispatch } from '../../app/store.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import styles from './contact-card.module.css';
import { ContactEditor } from './contact-editor.tsx';
import { canPutOff, type Desk, type DeskContact, placeOf } from './desk.ts';
import { nameOf } from './name-of.ts';
import { TextMeasure } from './text-measure.tsx';
import { deskMoved } from './texting-slice.ts';
import { useFirstPress } from './use-first-press.ts';
import { press, putOff } from './work-desk.ts';

interface ContactCardProps {
  readonly actionId: number;
  readonly desk: Desk;
  readonly contact: DeskContact;
  /** Why nobody can be texted for the moment; an editor that is open stays. */
  readonly stopped: AppError | null;
}

/** The contact that is texted now, in a frame that keeps its size and its buttons their places. */
export function ContactCard({ actionId, desk, contact, stopped }: ContactCardProps) {
  const { t, formats } = useWords();
  const draft = desk.drafts[contact.assignmentId];
  const whenSeen = useFirstPress();
  const heading = useRef<HTMLHeadingElement>(null);
  const isDrafting = draft !== undefined;
  useEffect(() => {
    // What had the focus may be gone: the button of the last batch, or the editor.
    if (!isDrafting && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [isDrafting]);
  return (
    <section className={styles.card} aria-label={t('texting.current')} data-assignment={contact.assignmentId}>
      <header className={styles.head}>
        <h2 className={styles.name} ref={heading} tabIndex={-1}>
          {nameOf(contact) || t('texting.nameless')}
        </h2>
        <span className={styles.place}>
          {t('texting.place', { place: formats.number(placeOf(desk)), total: formats.number(desk.total) })}
        </span>
      </header>
      {draft === undefined ? (
        <ScriptText actionId={actionId} contact={contact} mayPutOff={canPutOff(desk)} whenSeen={whenSeen} />
      ) : (
        <ContactEditor
          key={contact.assignmentId}
          actionId={actionId}
          contact={contact}
          draft={draft.text}
          stopped={stopped}
          whenSeen={whenSeen}
        />
      )}
    </section>
  );
}

interface ScriptTextProps {
  readonly actionId: number;
  readonly contact: DeskContact;
  readonly mayPutOff: boolean;
  /** Lets the text be sent once it has been in sight for a moment. */
  readonly whenSeen: (act: () => void) => void;
}

/** The text as the script gives it. With a hole in it, it cannot be sent as it is. */
function ScriptText({ actionId, contact, mayPutOff, whenSeen }: ScriptTextProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { assignmentId, text } = contact;
  const nameOf = useVariableName();
  const holes = contact.missing.filter((name) => !mayBeLeftOut(name));
  const hasHoles = holes.length > 0;
  const send = useVerb({
    id: 'texting-send',
    label: t('texting.send'),
    keys: 'Enter',
    isDisabled: hasHoles,
    run: () => whenSeen(() => dispatch(press(actionId, { assignmentId, text }))),
  });
  const edit = useVerb({
    id: 'texting-edit',
    label: t('texting.edit'),
    keys: 'e',
    run: () => void dispatch(deskMoved({ actionId, event: { event: 'edited', assignmentId, text } })),
  });
  const later = useVerb({
    id: 'texting-later',
    label: t('texting.later'),
    keys: 'l',
    alsoCalled: t('texting.laterAlso'),
    isDisabled: !mayPutOff,
    run: () => dispatch(putOff(actionId, assignmentId)),
  });
  return (
    <>
      <div className={styles.body}>
        {hasHoles && <p className={styles.missing}>{t('texting.missing', { names: holes.map(nameOf).join(', ') })}</p>}
        <p className={styles.text}>{text}</p>
        <TextMeasure measure={measureText(text)} />
      </div>
      <footer className={styles.foot}>
        <VerbButton className={styles.send} verb={send} size="md" />
        <VerbButton verb={edit} size="md" variant={hasHoles ? 'filled' : 'default'} />
        <VerbButton verb={later} size="md" variant="default" />
      </footer>
    </>
  );
}
