import { useMemo } from 'react';
import type { KnownFields } from '../../../shared/domain/field-meant.ts';
import { fullName } from '../../../shared/domain/full-name.ts';
import { fieldVariable, listVariables } from '../../../shared/domain/script-variables.ts';
import { useAppSelector } from '../../app/store.ts';
import { useReadCampaignQuery } from '../../bridge/rooms/campaign.ts';
import { useListCustomFieldsQuery } from '../../bridge/rooms/custom-fields.ts';
import type { KnownValues } from './slips.ts';

/** The fields of the campaign, for whoever writes: also those whose values the page does not have. */
export function useKnownFields(): KnownFields {
  const { data: fields } = useListCustomFieldsQuery();
  return useMemo(() => {
    const own = fields ?? [];
    return {
      names: listVariables({ fields: own.map(({ slug }) => slug) }).map(({ name }) => name),
      titles: new Map(own.map(({ title, slug }) => [title, fieldVariable(slug)])),
    };
  }, [fields]);
}

interface Named {
  readonly firstName: string;
  readonly lastName: string;
}

/** What can be written for a contact from what the page knows. */
export function useKnownValues({ firstName, lastName }: Named): KnownValues {
  const person = useAppSelector(({ session }) => session.session?.person);
  const { data } = useReadCampaignQuery();
  return {
    first_name: firstName,
    last_name: lastName,
    full_name: fullName({ firstName, lastName }),
    ...(person && {
      'user.first_name': person.firstName,
      'user.last_name': person.lastName,
      'user.full_name': fullName(person),
    }),
    'campaign.name': data?.campaign?.name ?? '',
  };
}
