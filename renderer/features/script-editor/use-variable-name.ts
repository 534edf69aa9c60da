import { useListCustomFieldsQuery } from '../../bridge/rooms/custom-fields.ts';
import { useWords } from '../../words/index.ts';
import { variableName } from './variable-words.ts';

/** Says a variable in a person's words. */
export function useVariableName(): (name: string) => string {
  const { t } = useWords();
  const { data: fields = [] } = useListCustomFieldsQuery();
  return (name) => variableName(t, name, fields);
}
