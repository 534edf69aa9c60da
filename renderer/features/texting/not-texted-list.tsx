import { Button } from '@mantine/core';
import { useAppDispatch } from '../../app/store.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';
import type { NotTexted } from './desk.ts';
import { nameOf } from './name-of.ts';
import styles from './not-texted-list.module.css';
import { canBeReworded } from './refusals.ts';
import { deskMoved } from './texting-slice.ts';
import { repeatPress, takeUpScript } from './work-desk.ts';

interface NotTextedListProps {
  readonly actionId: number;
  readonly notTexted: readonly NotTexted[];
  /** Whether whoever is here may change a text before it is sent. */
  readonly mayReword: boolean;
}

/** Who was not texted, the last one first, each with the reason and what can be done. It never takes the focus. */
export function NotTextedList({ actionId, notTexted, mayReword }: NotTextedListProps) {
  const { t, tell, formats } = useWords();
  const last = notTexted.at(-1);
  const called = ({ contact }: NotTexted): string => nameOf(contact) || t('texting.nameless');
  return (
    <>
      <VisuallyHidden>
        <span role="status">
          {last && t('texting.notTextedHeard', { name: called(last), reason: tell(last.error) })}
        </span>
      </VisuallyHidden>
      {notTexted.length > 0 && (
        <section className={styles.notTexted} aria-labelledby="texting-not-texted">
          <h2 className={styles.title} id="texting-not-texted">
            {t('texting.notTextedTitle', { number: formats.number(notTexted.length) })}
          </h2>
          <ul className={styles.list}>
            {notTexted.toReversed().map((one) => (
              <li className={styles.one} key={one.contact.assignmentId}>
                <p className={styles.why}>
                  <strong className={styles.name}>{called(one)}</strong> {tell(one.error)}
                </p>
                <Mend actionId={actionId} one={one} name={called(one)} mayReword={mayReword} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface MendProps {
  readonly actionId: number;
  readonly one: NotTexted;
  readonly name: string;
  readonly mayReword: boolean;
}

/** The way to text them after all, where there is one. */
function Mend({ actionId, one: { contact, error }, name, mayReword }: MendProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { assignmentId } = contact;
  const look = { variant: 'default', size: 'compact-sm' } as const;
  if (canBeReworded(error)) {
    const inEditor = deskMoved({ actionId, event: { event: 'taken-up', assignmentId } });
    const way = mayReword ? 'texting.mend' : 'texting.useScript';
    return (
      <Button
        {...look}
        aria-label={t(`${way}Of`, { name })}
        onClick={() => void dispatch(mayReword ? inEditor : takeUpScript(actionId, assignmentId))}
      >
        {t(way)}
      </Button>
    );
  }
  if (error.kind !== 'bug') return null;
  return (
    <Button
      {...look}
      aria-label={t('texting.repeatOf', { name })}
      onClick={() => dispatch(repeatPress(actionId, assignmentId))}
    >
      {t('texting.repeat')}
    </Button>
  );
}
