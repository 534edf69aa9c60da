import { type FormEvent, useRef, useState } from 'react';
import { sentenceOf } from '../../../shared/sentences/index.ts';
import { language, words } from '../../app/words.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, FieldRow } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFoundCampaignMutation } from './api.ts';

/** As long as the contract allows a name to be. */
const longestName = 120;

/** The first screen of a new store: who are we, and who are you. */
export function FoundCampaign() {
  const [foundCampaign, { isLoading, error }] = useFoundCampaignMutation();
  const [campaignName, setCampaignName] = useState('');
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const intentId = useRef(crypto.randomUUID());
  const firstNameField = useRef<HTMLInputElement>(null);
  const campaignNameField = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isLoading) return;
    setWasTried(true);
    if (!campaignName.trim()) return campaignNameField.current?.focus();
    if (!firstName.trim()) return firstNameField.current?.focus();
    const answer = await foundCampaign({ intentId: intentId.current, campaignName, firstName, lastName });
    // Nothing was done, so the next try is another act.
    if (answer.error) intentId.current = crypto.randomUUID();
  }

  return (
    <Card title={words.found.title} lead={words.found.lead}>
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
