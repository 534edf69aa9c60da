import { useWords } from '../../words/index.ts';
import { useDurations } from '../settings/use-durations.ts';
import { Aside, Fact } from './publish-fact.tsx';
import { type Reach, reachedOf } from './reach.ts';

interface PublishReachProps {
  readonly listName: string;
  readonly contactCount: number;
  /** Left out while it is being counted. */
  readonly reach: Reach | undefined;
}

/** Whom an action will text, and who of its list gets no text, or only later. */
export function PublishReach({ listName, contactCount, reach }: PublishReachProps) {
  const { t, formats } = useWords();
  const { duration } = useDurations();
  const all = reach?.contacts ?? contactCount;
  const reached = reach === undefined ? all : reachedOf(reach);
  const contacts = t('actions.contacts', { count: all, shown: formats.number(all) });
  const counted = (count: number) => ({ count, shown: formats.number(count) });
  return (
    <Fact label={t('actions.factWho')}>
      {reached === all
        ? t('actions.factWhoText', { contacts, list: listName })
        : t('actions.factWhoSome', { reached: formats.number(reached), contacts, list: listName })}
      {reach === undefined ? (
        <Aside>{t('actions.factWhoAside')}</Aside>
      ) : (
        <>
          <Aside>
            {reach.optedOut === 0 ? t('actions.nobodyOptedOut') : t('actions.optedOut', counted(reach.optedOut))}
            {reach.unreachable > 0 && ` ${t('actions.unreachable', counted(reach.unreachable))}`}
          </Aside>
          {reach.locked > 0 && (
            <Aside>{t('actions.locked', { ...counted(reach.locked), lock: duration(reach.lockMinutes) })}</Aside>
          )}
        </>
      )}
    </Fact>
  );
}
