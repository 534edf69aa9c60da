import { useWords } from '../../words/index.ts';
import styles from './live-needs.module.css';

/** What texting real people needs. */
export function LiveNeeds() {
  const { t } = useWords();
  return (
    <>
      <p>{t('settings.campaigns.liveLead')}</p>
      <ol className={styles.needs}>
        <li>{t('settings.campaigns.liveAccount')}</li>
        <li>{t('settings.campaigns.liveRegistration')}</li>
        <li>{t('settings.campaigns.liveConsent')}</li>
      </ol>
    </>
  );
}
