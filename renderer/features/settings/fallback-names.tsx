import type { SettingsView } from '../../../shared/contract/campaign.ts';
import { longestName } from '../../../shared/contract/limits.ts';
import { useWords } from '../../words/index.ts';
import { SavedText } from './saved-text.tsx';
import styles from './texting-section.module.css';
import type { ChangeSettings } from './texting-section.tsx';

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
        name="contact-fallback"
        value={settings.contactFallback}
        maxLength={longestName}
        save={(contactFallback, intentId) => change({ contactFallback }, intentId)}
      />
      <SavedText
        label={t('settings.texting.texterFallback')}
        name="texter-fallback"
        value={settings.texterFallback}
        maxLength={longestName}
        save={(texterFallback, intentId) => change({ texterFallback }, intentId)}
      />
      <p className={styles.hint}>{t('settings.texting.fallbackHint')}</p>
    </div>
  );
}
