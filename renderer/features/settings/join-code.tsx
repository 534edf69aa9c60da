import { Input } from '@mantine/core';
import { useWords } from '../../words/index.ts';
import styles from './join-code.module.css';

/** The campaign's six digits, in two threes to be read out. */
export function JoinCode({ code }: { readonly code: string }) {
  const { t } = useWords();
  return (
    <Input.Wrapper
      label={t('settings.campaign.joinCode')}
      labelElement="div"
      description={t('settings.campaign.joinCodeHint', { variable: '##{{campaign.join_code}}' })}
    >
      <p className={styles.code}>{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
    </Input.Wrapper>
  );
}
