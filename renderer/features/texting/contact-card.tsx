import { useEffect, useRef } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { useWords } from '../../words/index.ts';
import styles from './contact-card.module.css';
import { ContactEditor } from './contact-editor.tsx';
import { canPutOff, type Desk, type DeskContact } from './desk.ts';
import { placeOf } from './desk-figures.ts';
import { nameOf } from './name-of.ts';
import { ScriptText } from './script-text.tsx';
import type { Editor } from './use-editor.ts';
import { useSight } from './use-sight.ts';
import { useTooSoon } from './use-too-soon.ts';

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
  const card = useRef<HTMLElement>(null);
  const tooSoon = useTooSoon();
  const shown = `${contact.assignmentId} ${isDrafting ? 'in the editor' : 'as it is'}`;
  const looking = useSight(shown, card, tooSoon);
  useEffect(() => {
    // What had the focus may be gone: the button of the last batch, or the editor.
    if (!isDrafting && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [isDrafting]);
  return (
    <section
      className={styles.card}
      ref={card}
      aria-label={t('texting.current')}
      data-assignment={contact.assignmentId}
    >
      <header className={styles.head}>
        <h2 className={styles.name} ref={heading} tabIndex={-1}>
          {nameOf(contact) || t('texting.nameless')}
        </h2>
        {draft !== undefined && !isDrafting && <span className={styles.instead}>{t('texting.scriptInstead')}</span>}
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
          whenSeen={looking.whenSeen}
        />
      ) : (
        <ContactEditor
          key={contact.assignmentId}
          actionId={actionId}
          contact={contact}
          draft={draft.text}
          stopped={stopped}
          leave={editor.isHeld ? editor.leave : null}
          looking={looking}
        />
      )}
      {/* Always in the page, so that it is read out when it comes; the editor has more to say in its place. */}
      <p className={styles.tooSoon} role="status">
        {tooSoon.isTold && !isDrafting && t('texting.tooSoon')}
      </p>
    </section>
  );
}
