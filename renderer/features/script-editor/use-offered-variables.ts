import { useMemo } from 'react';
import { fieldVariable } from '../../../shared/domain/script-variables.ts';
import { useListCustomFieldsQuery } from '../../bridge/rooms/custom-fields.ts';
import { useListScriptVariablesQuery } from '../../bridge/rooms/scripts.ts';
import { type OfferedFields, offeredVariables } from './variable-words.ts';

/** What can be filled in here for each contact. */
export function useOfferedVariables(): OfferedFields {
  const { data } = useListScriptVariablesQuery();
  const { data: fields } = useListCustomFieldsQuery();
  return useMemo(() => {
    const variables = offeredVariables(data?.variables ?? [], fields ?? []);
    return {
      fields: fields ?? [],
      variables,
      names: variables.map(({ name }) => name),
      titles: new Map((fields ?? []).map(({ title, slug }) => [title, fieldVariable(slug)])),
    };
  }, [data, fields]);
}
