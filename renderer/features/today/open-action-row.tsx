import { Button } from '@mantine/core';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { Verb } from '../../verbs/registry.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useWords } from '../../words/index.ts';
import type { HoursAhead } from '../texting/hours-ahead.ts';
import { HoursSentence } from '../texting/hours-line.tsx';
import { isBegun, leftIn, leftNowIn, type OpenAction } from './open-action.ts';
import styles from './open-action-row.module.css';

interface OpenActionRowProps {
  /** What stands on the button that begins texting. */
  readonly startWords: string;
  readonly action: OpenAction;
  /** Who waits for texting hours, where that is known. */
  readonly hours: HoursAhead | undefined;
  /** The verb that Enter has, when this is the action to text in now. */
  readonly verb: Verb | null;
  readonly onText: () => void;
}

/** One action with how far it is, and the way into it. */
export function OpenActionRow({ startWords, action, hours, verb, onText }: OpenActionRowProps) {
  const { t, formats } = useWords();
  const { name, isPaused, texted, claimed, leftOut } = action;
  const remaining = leftIn(action);
  const total = texted + remaining + leftOut;
  const own = { count: action.ownLeft, number: formats.number(action.ownLeft) };
  const progress = t('today.progress', {
    count: remaining,
    remaining: formats.number(remaining),
    total: formats.number(total),
  });
  const details = [
    progress,
    claimed > 0 && t('today.claimed', { number: formats.number(claimed) }),
    leftOut > 0 && t('today.stopped', { count: leftOut, number: formats.number(leftOut) }),
  ].filter((detail) => detail !== false);
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <p className={styles.name}>{name}</p>
        <ProgressBar label={name} share={total === 0 ? 1 : 1 - remaining / total} text={progress} isBare />
        <p className={styles.details}>
          {isPaused && <span className={styles.paused}>{t('today.paused')}</span>}
          {details.join(' · ')}
        </p>
        {hours !== undefined && !isPaused && <HoursSentence hours={hours} />}
      </div>
      <div className={styles.act}>
        {verb !== null ? (
          // The action's name stands beside it.
          <VerbButton
            verb={isBegun(action) ? { ...verb, label: t('today.goOnHere', own) } : verb}
            aria-label={isBegun(action) ? verb.label : undefined}
          />
        ) : remaining === 0 ? (
          <span className={styles.details}>{t('today.noneRemaining')}</span>
        ) : (
          leftNowIn(action, hours) > 0 && (
            <Button variant="default" onClick={onText} aria-label={t('today.textIn', { start: startWords, name })}>
              {startWords}
            </Button>
          )
        )}
      </div>
    </li>
  );
}
