import { type FormEvent, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { sentenceOf } from '../../../shared/sentences/index.ts';
import { language, words } from '../../app/words.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, FieldRow } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFoundCampaignMutation } from './api.ts';

/** As long as the contract allows a name to be. */
const longestName = 120;

interface FoundCampaignProps {
  /** What the store was made for. It never changes, so a person should know before there is anything in it. */
  readonly mode: Output<'campaign/read'>['mode'];
}

/** The first screen of a new store: who are we, and who are you. */
export function FoundCampaign({ mode }: FoundCampaignProps) {
  const [foundCampaign, { isLoading, error }] = useFoundCampaignMutation();
  const [campaignName, setCampaignName] = useState('');
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  // This form is one act: an answer that was lost on its way is no reason to found a second campaign.
  const [intentId] = useState(mintIntentId);
  const firstNameField = useRef<HTMLInputElement>(null);
  const campaignNameField = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isLoading) return;
    setWasTried(true);
    if (!campaignName.trim()) return campaignNameField.current?.focus();
    if (!firstName.trim()) return firstNameField.current?.focus();
    await foundCampaign({ intentId, campaignName, firstName, lastName });
  }

  const lead = mode === 'practice' ? `${words.found.lead} ${words.found.practice}` : words.found.lead;
  return (
    <Card level={1} title={words.found.title} lead={lead}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Field
          ref={campaignNameField}
          label={words.found.campaignName}
          hint={words.found.campaignNameHint}
          problem={wasTried && !campaignName.trim() ? words.found.missingCampaignName : undefined}
          value={campaignName}
          onValue={setCampaignName}
          maxLength={longestName}
          required
          autoFocus
        />
        <FieldRow>
          <Field
            ref={firstNameField}
            label={words.found.firstName}
            problem={wasTried && !firstName.trim() ? words.found.missingFirstName : undefined}
            value={firstName}
            onValue={setFirstName}
            maxLength={longestName}
            required
          />
          <Field
            label={words.found.lastName}
            aside={words.found.optional}
            value={lastName}
            onValue={setLastName}
            maxLength={longestName}
          />
        </FieldRow>
        {error && <Problem>{sentenceOf(appErrorOf(error), language)}</Problem>}
        <Button type="submit" isBusy={isLoading}>
          {isLoading ? words.found.submitting : words.found.submit}
        </Button>
      </form>
    </Card>
  );
}
