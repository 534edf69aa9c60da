import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import { useReadCampaignSettingsQuery } from '../settings/campaign-settings-api.ts';
import styles from './join-code.module.css';

/** The campaign's six digits, in two threes to be read out. */
export function JoinCode() {
  const { t } = useWords();
  const { data } = useReadCampaignSettingsQuery();
  if (data === undefined) return null;
  return (
    <Card title={t('people.joinCode')} lead={t('people.joinCodeHint')}>
      <p className={styles.code}>{`${data.joinCode.slice(0, 3)} ${data.joinCode.slice(3)}`}</p>
    </Card>
  );
}
