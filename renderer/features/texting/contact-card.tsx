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
import type { Editor } from './use-editor.ts';
import { useSight, type WhenSeen } from './use-sight.ts';
import { press, putOff } from './work-desk.ts';

interface ContactCardProps {
  readonly actionId: number;
  readonly desk: Desk;
  readonly contact: DeskContact;
  /** Why nobody can be texted for the moment; an editor that is open stays. */
  readonly stopped: AppError | null;
  readonly editor: Editor;
  /** Whether whoever is here may change the text before it is sent. */
  readonly mayReword: boolean;
}

/** The contact that is texted now, in a frame that keeps its size and its buttons their places. */
export function ContactCard({ actionId, desk, contact, stopped, editor, mayReword }: ContactCardProps) {
  const { t, formats } = useWords();
  const draft = desk.drafts[contact.assignmentId];
  const heading = useRef<HTMLHeadingElement>(null);
  const isDrafting = draft !== undefined && editor.isOpen;
  const whenSeen = useSight(`${contact.assignmentId} ${isDrafting ? 'in the editor' : 'as it is'}`);
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
      {!isDrafting ? (
        <ScriptText
          actionId={actionId}
          contact={contact}
          changed={draft?.text ?? null}
          mayPutOff={canPutOff(desk)}
          mayReword={mayReword}
          whenSeen={whenSeen}
        />
      ) : (
        <ContactEditor
          key={contact.assignmentId}
          actionId={actionId}
          contact={contact}
          draft={draft.text}
          stopped={stopped}
          leave={editor.isHeld ? editor.leave : null}
          whenSeen={whenSeen}
        />
      )}
    </section>
  );
}

interface ScriptTextProps {
  readonly actionId: number;
  readonly contact: DeskContact;
  /** Words of somebody's own that are kept; null without any. */
  readonly changed: string | null;
  readonly mayPutOff: boolean;
  readonly mayReword: boolean;
  /** Lets the text be sent once it has been in sight for a moment. */
  readonly whenSeen: WhenSeen;
}

/**
 * The text as the script gives it. With a hole in it, it is sent by whoever may change it only when they have; who may not
 * sends it with another key than all others, since there is no other way to the end of the batch.
 */
function ScriptText({ actionId, contact, changed, mayPutOff, mayReword, whenSeen }: ScriptTextProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { assignmentId, text } = contact;
  const nameOf = useVariableName();
  const holes = contact.missing.filter((name) => !mayBeLeftOut(name));
  const hasHoles = holes.length > 0;
  const names = holes.map(nameOf).join(', ');
  const send = useVerb({
    id: 'texting-send',
    label: hasHoles && !mayReword ? t('texting.sendWithHoles') : t('texting.send'),
    keys: hasHoles && !mayReword ? 'mod+Enter' : 'Enter',
    isDisabled: hasHoles && mayReword,
    run: (click) => whenSeen(click, () => dispatch(press(actionId, { assignmentId, text }))),
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
        {hasHoles && (
          <p className={styles.missing}>{t(mayReword ? 'texting.missing' : 'texting.missingAsItIs', { names })}</p>
        )}
        <p className={styles.text} dir="auto">
          {text}
        </p>
        <TextMeasure measure={measureText(text)} />
        {changed !== null && (
          <p className={styles.note}>{t(mayReword ? 'texting.changedKept' : 'texting.changedBefore')}</p>
        )}
      </div>
      <footer className={styles.foot}>
        <VerbButton
          className={styles.send}
          verb={send}
          size="md"
          variant={hasHoles && !mayReword && mayPutOff ? 'default' : 'filled'}
        />
        {mayReword && <Edit actionId={actionId} contact={contact} changed={changed} isNext={hasHoles} />}
        <VerbButton verb={later} size="md" variant={hasHoles && !mayReword && mayPutOff ? 'filled' : 'default'} />
      </footer>
    </>
  );
}

interface EditProps {
  readonly actionId: number;
  readonly contact: DeskContact;
  readonly changed: string | null;
  /** It is to be done before anything else. */
  readonly isNext: boolean;
}

/** The way to own words, for whoever may send them. */
function Edit({ actionId, contact, changed, isNext }: EditProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const edit = useVerb({
    id: 'texting-edit',
    label: t('texting.edit'),
    keys: 'e',
    run: () => {
      const { assignmentId, text } = contact;
      dispatch(deskMoved({ actionId, event: { event: 'edited', assignmentId, text: changed ?? text } }));
    },
  });
  return <VerbButton verb={edit} size="md" variant={isNext ? 'filled' : 'default'} />;
}
