import { Check } from 'lucide-react';
import { Card } from '../../ui/card.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useWords } from '../../words/index.ts';
import { HoursLine } from '../texting/hours-line.tsx';
import { type FirstSteps, stepNames } from './first-steps.ts';
import styles from './first-steps-card.module.css';
import { firstToText } from './open-action.ts';
import type { ActionsToday } from './today-api.ts';
import { useStepVerbs } from './use-step-verbs.ts';

interface FirstStepsCardProps {
  /** What stands on the button that begins texting. */
  readonly startWords: string;
  readonly steps: FirstSteps;
  readonly isPractice: boolean;
  readonly actions: ActionsToday;
}

/** The way from an empty campaign to its first text. It goes when it has been gone. */
export function FirstStepsCard({ startWords, steps: { done, next }, isPractice, actions }: FirstStepsCardProps) {
  const { t } = useWords();
  const textedFirst = firstToText(actions.open);
  const verbs = useStepVerbs({ startWords, next, isPractice, actions });
  return (
    <Card title={t('today.stepsTitle')} lead={t('today.stepsLead')}>
      <ol className={styles.steps}>
        {stepNames.map((name, index) => (
          <li
            key={name}
            className={done.has(name) ? styles.done : name === next ? styles.next : styles.later}
            aria-current={name === next ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {done.has(name) ? <Check size={16} strokeWidth={2.5} /> : index + 1}
            </span>
            <div className={styles.content}>
              <p className={styles.title}>
                {t(`today.step.${name}`)}
                {done.has(name) && <VisuallyHidden>{` ${t('today.stepDone')}`}</VisuallyHidden>}
              </p>
              {name === next && (
                <>
                  <p className={styles.text}>
                    {t(`today.stepText.${name === 'list' && isPractice ? 'listPractice' : name}`)}
                  </p>
                  {name === 'text' && textedFirst !== undefined && <HoursLine actionId={textedFirst.actionId} />}
                  <div className={styles.verbs}>
                    {verbs.map((verb, nth) => (
                      <VerbButton key={verb.id} verb={verb} variant={nth === 0 ? 'filled' : 'default'} />
                    ))}
                  </div>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
