import { useEffect } from 'react';
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
      <EngineLine />
      <main className={styles.main}>
        <Screen />
      </main>
    </div>
  );
}

function Screen() {
  const { data, error } = useReadCampaignQuery();
  const engine = useAppSelector((state) => state.engine.now);
  if (engine.state === 'failed') return <StoreProblem error={engine.error} keepsTrying={false} />;
  if (data?.campaign) return <CampaignHome campaign={data.campaign} />;
  if (data) return <FoundCampaign />;
  if (engine.state === 'waiting' && engine.error) return <StoreProblem error={engine.error} keepsTrying />;
  if (error) return <StoreProblem error={appErrorOf(error)} keepsTrying={false} />;
  return (
    <p className={styles.opening} role="status">
      {words.opening}
    </p>
  );
}
