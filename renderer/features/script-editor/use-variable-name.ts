import { useWords } from '../../words/index.ts';
import { useListVariableFieldsQuery } from './scripts-api.ts';
import { variableName } from './variable-words.ts';

/** Says a variable in a person's words. */
export function useVariableName(): (name: string) => string {
  const { t } = useWords();
  const { data } = useListVariableFieldsQuery();
  return (name) => variableName(t, name, data?.fields ?? []);
}
