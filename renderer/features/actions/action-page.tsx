import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { isAdmin } from '../../app/navigation.tsx';
import { useAppSelector } from '../../app/store.ts';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';
import { ActionBadge } from './action-badge.tsx';
import { ActionFigures } from './action-figures.tsx';
import { ActionFoot } from './action-foot.tsx';
import styles from './action-page.module.css';
import { ActionScripts } from './action-scripts.tsx';
import { sinceOf } from './action-state.ts';
import { ActionTools } from './action-tools.tsx';
import { EndDialog } from './end-dialog.tsx';
import { Publishing } from './publishing.tsx';
import { ResponseScripts } from './response-scripts.tsx';
import { useActionLife } from './use-action-life.ts';

/** An action that has come out, or is about to: how far it is, what is texted in it, and what can be done with it. */
export function ActionPage({ read }: { readonly read: Output<'actions/read'> }) {
  const { t, tell, formats } = useWords();
  const { action, initialScripts, responseScripts } = read;
  const { actionId, name, state, listName } = action;
  const mayManage = useAppSelector(({ session }) => session.session !== null && isAdmin(session.session.person));
  const [isEnding, setIsEnding] = useState(false);
  const life = useActionLife(actionId);
  const isOut = state === 'published' || state === 'paused';
  const since = formats.dateTime(sinceOf(action));
  return (
    <Screen
      title={name}
      lead={
        <span className={styles.lead}>
          <ActionBadge state={state} />
          <span>{t(state === 'ended' ? 'actions.endedSince' : 'actions.publishedSince', { when: since })}</span>
          <span className={styles.list}>{listName}</span>
        </span>
      }
      tools={<ActionTools action={action} life={life} mayManage={mayManage} />}
    >
      {life.error !== null && !isEnding && <Problem>{tell(life.error)}</Problem>}
      {state === 'publishing' ? (
        <Publishing actionId={actionId} listId={action.listId} />
      ) : (
        mayManage && <ActionFigures actionId={actionId} state={state} />
      )}
      {state === 'paused' && <p>{t('actions.pausedMeans')}</p>}
      <ActionScripts
        title={t('actions.firstTexts')}
        scripts={initialScripts}
        isTest={initialScripts.length > 1}
        hasNames={initialScripts.length > 1}
      />
      {mayManage && isOut ? (
        <ResponseScripts actionId={actionId} listId={action.listId} scripts={responseScripts} />
      ) : (
        responseScripts.length > 0 && (
          <ActionScripts title={t('actions.replies')} scripts={responseScripts} isTest={false} hasNames />
        )
      )}
      {mayManage && <ActionFoot read={read} onEnd={() => setIsEnding(true)} />}
      <EndDialog isOpen={isEnding} onClose={() => setIsEnding(false)} action={action} life={life} />
    </Screen>
  );
}
