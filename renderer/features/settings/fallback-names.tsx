import type { SettingsView } from '../../../shared/contract/campaign.ts';
import { useWords } from '../../words/index.ts';
import { SavedText } from './saved-text.tsx';
import styles from './texting-section.module.css';
import type { ChangeSettings } from './texting-section.tsx';

/** As long as the contract allows a name to be. */
const longestName = 120;

interface FallbackNamesProps {
  readonly settings: SettingsView;
  readonly change: ChangeSettings;
}

/** What scripts say where a name is missing. */
export function FallbackNames({ settings, change }: FallbackNamesProps) {
  const { t } = useWords();
  return (
    <div className={styles.pair}>
      <SavedText
        label={t('settings.texting.contactFallback')}
        value={settings.contactFallback}
        maxLength={longestName}
        save={(contactFallback) => change({ contactFallback })}
      />
      <SavedText
        label={t('settings.texting.texterFallback')}
        value={settings.texterFallback}
        maxLength={longestName}
        save={(texterFallback) => change({ texterFallback })}
      />
      <p className={styles.hint}>{t('settings.texting.fallbackHint')}</p>
    </div>
  );
}
