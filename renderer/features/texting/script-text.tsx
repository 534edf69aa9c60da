import { useLayoutEffect, useRef } from 'react';
import { mayBeLeftOut } from '../../../shared/domain/script-render.ts';
import { measureText } from '../../../shared/domain/text-measure.ts';
import { useAppDispatch } from '../../app/store.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import styles from './contact-card.module.css';
import type { DeskContact } from './desk.ts';
import { LeavesLine } from './leaves-line.tsx';
import { TextMeasure } from './text-measure.tsx';
import { deskMoved } from './texting-slice.ts';
import type { WhenSeen } from './use-sight.ts';
import { press, putOff } from './work-desk.ts';

interface ScriptTextProps {
  readonly actionId: number;
  readonly contact: DeskContact;
  /** Words of somebody's own that are kept; null without any. */
  readonly changed: string | null;
  readonly mayPutOff: boolean;
  readonly mayReword: boolean;
  /** Lets something be done about whoever stands there once they have been in sight for a moment. */
  readonly whenSeen: WhenSeen;
}

/**
 * The text as the script gives it. With a gap in it, it is sent by whoever may change it only when they have; who may not
 * sends it with another key than all others, since there is no other way to the end of the batch.
 */
export function ScriptText({ actionId, contact, changed, mayPutOff, mayReword, whenSeen }: ScriptTextProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { assignmentId, text, zones } = contact;
  const nameOf = useVariableName();
  const missing = new Set(contact.gaps.map(({ name }) => name).filter((name) => !mayBeLeftOut(name)));
  const hasGaps = missing.size > 0;
  const names = [...missing].map(nameOf).join(', ');
  const body = useRef<HTMLDivElement>(null);
  // Each text is read from its beginning, however far down the last one was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useLayoutEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0;
  }, [assignmentId]);
  const send = useVerb({
    id: 'texting-send',
    label: hasGaps && !mayReword ? t('texting.sendWithHoles') : t('texting.send'),
    keys: hasGaps && !mayReword ? 'mod+Enter' : 'Enter',
    isDisabled: hasGaps && mayReword,
    run: (click) => whenSeen(click, () => dispatch(press(actionId, { assignmentId, text }))),
  });
  const later = useVerb({
    id: 'texting-later',
    label: t('texting.later'),
    keys: 'l',
    alsoCalled: t('texting.laterAlso'),
    isDisabled: !mayPutOff,
    run: (click) => whenSeen(click, () => dispatch(putOff(actionId, assignmentId))),
  });
  const edit = { actionId, contact, changed, whenSeen, isNext: hasGaps };
  const isLaterNext = hasGaps && !mayReword && mayPutOff;
  return (
    <>
      <div className={styles.body} data-body ref={body}>
        {hasGaps && (
          <p className={styles.missing}>{t(mayReword ? 'texting.missing' : 'texting.missingAsItIs', { names })}</p>
        )}
        <p className={styles.text} dir="auto" data-read>
          {text}
        </p>
        <TextMeasure measure={measureText(text)} />
        <LeavesLine zones={zones} />
        {changed !== null && (
          <p className={styles.note}>{t(mayReword ? 'texting.changedKept' : 'texting.changedBefore')}</p>
        )}
      </div>
      <footer className={styles.foot}>
        <VerbButton className={styles.send} verb={send} size="md" variant={isLaterNext ? 'default' : 'filled'} />
        {mayReword && <Edit {...edit} />}
        <VerbButton verb={later} size="md" variant={isLaterNext ? 'filled' : 'default'} />
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
  readonly whenSeen: WhenSeen;
}

/** The way to own words, for whoever may send them. */
function Edit({ actionId, contact, changed, isNext, whenSeen }: EditProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const edit = useVerb({
    id: 'texting-edit',
    label: t('texting.edit'),
    keys: 'e',
    run: (click) =>
      whenSeen(click, () => {
        const { assignmentId, text } = contact;
        dispatch(deskMoved({ actionId, event: { event: 'edited', assignmentId, text: changed ?? text } }));
      }),
  });
  return <VerbButton verb={edit} size="md" variant={isNext ? 'filled' : 'default'} />;
}
