import { fullName } from '../../../shared/domain/full-name.ts';
import { useWords } from '../../words/index.ts';

interface Named {
  readonly firstName: string;
  readonly lastName: string;
}

/** A contact's name, or what stands for one: a list need not have names. */
export function useNameOf(): (contact: Named) => string {
  const { t } = useWords();
  return (contact) => fullName(contact) || t('inbox.noName');
}
