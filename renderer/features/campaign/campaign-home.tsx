import type { Output } from '../../../shared/contract/index.ts';
import { language, words } from '../../app/words.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useReadAboutQuery, useShowDataFolderMutation } from './api.ts';
import styles from './campaign-home.module.css';

type Campaign = NonNullable<Output<'campaign/read'>['campaign']>;

const longDate = new Intl.DateTimeFormat(language, { dateStyle: 'long' });

/** What there is to say of a campaign that has only just been founded. */
export function CampaignHome({ campaign }: { readonly campaign: Campaign }) {
  const { data: about } = useReadAboutQuery();
  const [showDataFolder] = useShowDataFolderMutation();
  return (
    <div className={styles.home}>
      <header>
        <h1 className={styles.name}>{campaign.name}</h1>
        <p className={styles.founded}>{words.home.foundedOn(longDate.format(campaign.foundedAt))}</p>
      </header>
      {campaign.mode === 'practice' && <Card title={words.home.practiceTitle} lead={words.home.practiceText} />}
      <Card title={words.home.keptTitle} lead={words.home.keptText}>
        <Button look="quiet" onClick={() => void showDataFolder()}>
          {words.home.showFolder}
        </Button>
      </Card>
      {about && <footer className={styles.version}>{words.home.version(about.version)}</footer>}
    </div>
  );
}
