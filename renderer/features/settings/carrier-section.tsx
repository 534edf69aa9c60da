import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useAppSelector } from '../../app/store.ts';
import { useWords } from '../../words/index.ts';
import styles from './carrier-section.module.css';
import { useReadCredentialsQuery } from './computer-api.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { ForgetAccount } from './forget-account.tsx';
import { Section } from './section.tsx';

/**
 * The account that a live campaign texts through: an owner's, and told to admins. What is typed here goes to the keychain
 * and never comes back.
 */
export function CarrierSection() {
  const { t, tell } = useWords();
  const isOwner = useAppSelector(({ session }) => session.session?.person.role === 'owner');
  const { data } = useReadCredentialsQuery();
  const [isChanging, setIsChanging] = useState(false);
  const [connected, setConnected] = useState<string | null>(null);
  if (data === undefined) return null;
  const { credentials, hasKeychain, notice } = data;
  return (
    <Section name="carrier" lead={t('settings.carrier.lead')}>
      {notice !== null && <p className={styles.notice}>{tell(notice)}</p>}
      <p aria-live="polite" className={styles.connected}>
        {connected}
      </p>
      {credentials === null ? (
        <p>{t('settings.carrier.none')}</p>
      ) : (
        <>
          <p>
            {t('settings.carrier.kept', { account: credentials.accountSidEnding, key: credentials.apiKeySidEnding })}
          </p>
          {hasKeychain && <p className={styles.quiet}>{t('settings.carrier.locked')}</p>}
        </>
      )}
      {!isOwner ? (
        <p className={styles.quiet}>{t('settings.carrier.onlyOwners')}</p>
      ) : credentials === null || isChanging ? (
        <CredentialsForm onSaved={setConnected} onClose={() => setIsChanging(false)} mayCancel={credentials !== null} />
      ) : (
        <Group gap="sm">
          <Button variant="default" onClick={() => setIsChanging(true)}>
            {t('settings.carrier.change')}
          </Button>
          <ForgetAccount onForgotten={() => setConnected(null)} />
        </Group>
      )}
    </Section>
  );
}
