import { UnstyledButton } from '@mantine/core';
import { appError } from '../../../shared/errors.ts';
import { Problem, ProblemMark } from '../../ui/problem.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { Draft } from './draft.ts';
import styles from './draft-foot.module.css';
import { textsOf } from './draft-texts.ts';
import type { Held, Hold } from './hold.ts';
import type { Lack } from './lacks.ts';
import type { Faults } from './save-draft.ts';
import type { DraftSteps } from './use-draft-steps.ts';

interface DraftFootProps {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly steps: DraftSteps;
}

/** The steps that are taken with a draft, in sight wherever one writes, and what keeps one from them, with the way to mend it. */
export function DraftFoot({ draft, faults, steps }: DraftFootProps) {
  const { t, tell } = useWords();
  const { held } = steps;
  const fault = faults['action'];
  const save = useVerb({
    id: 'save-draft',
    label: t('actions.saveDraft'),
    keys: 'mod+s',
    run: () => void steps.saveNow(),
  });
  const publish = useVerb({
    id: 'publish-action',
    label: t('actions.goOn'),
    keys: 'mod+Enter',
    run: () => void steps.goOn(),
  });
  return (
    <section className={styles.foot} aria-label={t('actions.steps')}>
      <div className={styles.why} aria-live="polite">
        {held !== null && <HeldBack draft={draft} held={held} onMend={() => steps.focusOn(held.target)} />}
        {held === null && fault !== undefined && <Problem>{tell(fault)}</Problem>}
        {held === null && draft.newer !== undefined && <Problem>{t('actions.newerFirst')}</Problem>}
      </div>
      <div className={styles.steps}>
        <VerbButton verb={save} variant="default" className={styles.step ?? ''} />
        <VerbButton verb={publish} className={styles.step ?? ''} />
      </div>
    </section>
  );
}

interface HeldBackProps {
  readonly draft: Draft;
  readonly held: Held;
  readonly onMend: () => void;
}

function HeldBack({ draft, held: { hold, target }, onMend }: HeldBackProps) {
  const { t } = useWords();
  const wordsOf = useHoldWords();
  const texts = textsOf(draft, t);
  const title = texts.find(({ script }) => script.key === target)?.title;
  const words = wordsOf(hold);
  return (
    <UnstyledButton className={styles.held} onClick={onMend}>
      <ProblemMark />
      <span>
        {'lack' in hold || texts.length === 1 ? words : t('actions.heldBy', { text: title ?? '', why: words })}
      </span>
    </UnstyledButton>
  );
}

function useHoldWords(): (hold: Hold) => string {
  const { t, tell } = useWords();
  const lacking: Readonly<Record<Lack, () => string>> = {
    name: () => t('actions.lackName'),
    list: () => t('actions.lackList'),
    text: () => tell(appError('actions/no-initial-script')),
  };
  return (hold) => {
    if ('lack' in hold) return lacking[hold.lack]();
    return typeof hold.why === 'string' ? t(`actions.scripts.advice.${hold.why}`, { name: '' }) : tell(hold.why);
  };
}
