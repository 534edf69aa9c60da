import type { SettingsView } from '../../../shared/contract/campaign.ts';
import { highestUnanswered, longestStartWords } from '../../../shared/contract/limits.ts';
import { useWords } from '../../words/index.ts';
import { SavedChoice } from './saved-choice.tsx';
import { SavedNumber } from './saved-number.tsx';
import { SavedText } from './saved-text.tsx';
import type { ChangeSettings } from './texting-section.tsx';

interface TextersRulesProps {
  readonly settings: SettingsView;
  readonly change: ChangeSettings;
}

/** What whoever texts may do, and what their button says. */
export function TextersRules({ settings, change }: TextersRulesProps) {
  const { t, formats } = useWords();
  const ends = { least: formats.number(0), most: formats.number(highestUnanswered) };
  return (
    <>
      <SavedNumber
        label={t('settings.texting.mostUnanswered')}
        description={t('settings.texting.mostUnansweredHint')}
        name="most-unanswered"
        value={settings.mostUnanswered}
        least={0}
        most={highestUnanswered}
        isWhole
        mayBeEmpty
        bad={t('settings.texting.badUnanswered', ends)}
        save={(mostUnanswered, intentId) => change({ mostUnanswered }, intentId)}
      />
      <SavedChoice
        label={t('settings.texting.ownWords')}
        description={t('settings.texting.ownWordsHint')}
        options={[
          { value: 'own', label: t('settings.texting.ownWordsToo') },
          { value: 'written', label: t('settings.texting.writtenOnly') },
        ]}
        value={settings.ownWords ? 'own' : 'written'}
        save={(chosen, intentId) => change({ ownWords: chosen === 'own' }, intentId)}
      />
      <SavedText
        label={t('settings.texting.startWords')}
        description={t('settings.texting.startWordsHint')}
        name="start-words"
        value={settings.startWords}
        maxLength={longestStartWords}
        save={(startWords, intentId) => change({ startWords }, intentId)}
      />
    </>
  );
}
