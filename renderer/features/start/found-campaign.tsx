import { TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { StoreMode } from '../../../shared/contract/campaign.ts';
import { longestName } from '../../../shared/contract/limits.ts';
import { oneLine } from '../../../shared/domain/one-line.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { Card } from '../../ui/card.tsx';
import { Problem } from '../../ui/problem.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useFoundCampaignMutation } from './campaign-api.ts';
import styles from './found-campaign.module.css';

interface FoundCampaignProps {
  /** What the store was made for. It never changes, so a person should know before there is anything in it. */
  readonly mode: StoreMode;
}

/** The first screen of a new store: who are we, and who are you. */
export function FoundCampaign({ mode }: FoundCampaignProps) {
  const { t, tell } = useWords();
  const [foundCampaign, { isLoading, error }] = useFoundCampaignMutation();
  const [campaignName, setCampaignName] = useState('');
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const intent = useIntent();
  const form = useRef<HTMLFormElement>(null);
  const firstNameField = useRef<HTMLInputElement>(null);
  const campaignNameField = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isLoading) return;
    setWasTried(true);
    if (!campaignName.trim()) return campaignNameField.current?.focus();
    if (!firstName.trim()) return firstNameField.current?.focus();
    const input = { campaignName: campaignName.trim(), firstName: firstName.trim(), lastName: lastName.trim() };
    const { data } = await foundCampaign({ ...input, intentId: intent.of(input) });
    if (data !== undefined) intent.done();
  }

  const lead = mode === 'practice' ? `${t('start.lead')} ${t('start.practice')}` : t('start.lead');
  const found = useVerb({
    id: 'found-campaign',
    label: isLoading ? t('start.submitting') : t('start.submit'),
    keys: 'Enter',
    isDisabled: isLoading,
    run: () => form.current?.requestSubmit(),
  });
  const lacks = (value: string): boolean => wasTried && value.trim() === '';
  return (
    <Card level={1} title={t('start.title')} lead={lead}>
      <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          ref={campaignNameField}
          label={t('start.campaignName')}
          description={t('start.campaignNameHint')}
          error={lacks(campaignName) ? t('start.missingCampaignName') : null}
          value={campaignName}
          onChange={({ currentTarget }) => setCampaignName(oneLine(currentTarget.value))}
          maxLength={longestName}
          withAsterisk={false}
          required
          autoFocus
        />
        <div className={styles.names}>
          <TextInput
            ref={firstNameField}
            label={t('start.firstName')}
            error={lacks(firstName) ? t('start.missingFirstName') : null}
            value={firstName}
            onChange={({ currentTarget }) => setFirstName(oneLine(currentTarget.value))}
            maxLength={longestName}
            withAsterisk={false}
            required
          />
          <TextInput
            label={
              <>
                {t('start.lastName')} <span className={styles.optional}>{t('app.optional')}</span>
              </>
            }
            value={lastName}
            onChange={({ currentTarget }) => setLastName(oneLine(currentTarget.value))}
            maxLength={longestName}
          />
        </div>
        {error && <Problem>{tell(appErrorOf(error))}</Problem>}
        <div>
          <VerbButton verb={found} isSubmit loading={isLoading} />
        </div>
      </form>
    </Card>
  );
}
