import type { Output } from '../../../shared/contract/index.ts';
import { locale, words } from '../../app/words.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { useReadAboutQuery, useShowDataFolderMutation } from './api.ts';
import styles from './campaign-home.module.css';

type Campaign = NonNullable<Output<'campaign/read'>['campaign']>;

const longDate = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });

/** What there is to say of a campaign that has only just been founded. */
export function CampaignHome({ campaign }: { readonly campaign: Campaign }) {
  const { data: about } = useReadAboutQuery();
  const [showDataFolder] = useShowDataFolderMutation();
  return (
    <div className={styles.home}>
      <header>
        <ScreenTitle>{campaign.name}</ScreenTitle>
        <p className={styles.founded}>{words.home.foundedOn(longDate.format(campaign.foundedAt))}</p>
      </header>
      {campaign.mode === 'practice' && (
        <Card level={2} title={words.home.practiceTitle} lead={words.home.practiceText} />
      )}
      <Card level={2} title={words.home.keptTitle} lead={words.home.keptText}>
        <ButtonRow>
          <Button look="quiet" onClick={() => void showDataFolder()}>
            {words.showFolder}
          </Button>
        </ButtonRow>
      </Card>
      {about && <footer className={styles.version}>{words.home.version(about.version)}</footer>}
    </div>
  );
}
