import { useEffect, useRef } from 'react';
import { appErrorOf } from '../bridge/base-query.ts';
import { useReadCampaignQuery } from '../features/campaign/api.ts';
import { CampaignHome } from '../features/campaign/campaign-home.tsx';
import { FoundCampaign } from '../features/campaign/found-campaign.tsx';
import { Badge } from '../ui/badge.tsx';
import { Mark } from '../ui/mark.tsx';
import { EngineLine } from './engine-line.tsx';
import styles from './shell.module.css';
import { useAppSelector } from './store.ts';
import { StoreProblem } from './store-problem.tsx';
import { words } from './words.ts';

/** The frame around every screen: whose campaign this is, whether it is practice, and how the engine is. */
export function Shell() {
  const { data } = useReadCampaignQuery();
  const name = data?.campaign?.name;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = name === undefined ? words.fieldline : `${name} – ${words.fieldline}`;
  }, [name]);

  return (
    <div className={styles.shell}>
      <header className={styles.header}>
        <Mark />
        <span className={styles.name}>{name ?? (data ? words.noCampaign : words.fieldline)}</span>
        {data?.mode === 'practice' && <Badge hint={words.practiceHint}>{words.practice}</Badge>}
      </header>
      <main className={styles.main} ref={main} tabIndex={-1}>
        <Screen />
      </main>
      <EngineLine onSeen={() => main.current?.focus()} />
    </div>
  );
}

function Screen() {
  const { data, error } = useReadCampaignQuery();
  const { now, refusal } = useAppSelector((state) => state.engine);
  if (now.state === 'failed') return <StoreProblem error={now.error} keepsTrying={false} />;
  if (data?.campaign) return <CampaignHome campaign={data.campaign} />;
  if (data) return <FoundCampaign mode={data.mode} />;
  if (refusal) return <StoreProblem error={refusal} keepsTrying />;
  if (error) return <StoreProblem error={appErrorOf(error)} keepsTrying={false} />;
  return (
    <div role="status">
      <h1 className={styles.opening}>{words.opening}</h1>
    </div>
  );
}
