import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/index.ts';
import { useForgetCredentialsMutation } from './computer-api.ts';
import styles from './dialog.module.css';

/** Takes the account away from the campaign, once one has been told what that means. */
export function ForgetAccount({ onForgotten }: { readonly onForgotten: () => void }) {
  const { t } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const [forget, { isLoading }] = useForgetCredentialsMutation();
  const close = () => setIsAsking(false);
  return (
    <>
      <Button variant="subtle" onClick={() => setIsAsking(true)}>
        {t('settings.carrier.forget')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title={t('settings.carrier.forgetTitle')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <div className={styles.content}>
          <p>{t('settings.carrier.forgetText')}</p>
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" onClick={close} data-autofocus>
              {t('app.cancel')}
            </Button>
            <Button
              loading={isLoading}
              onClick={async () => {
                await forget();
                close();
                onForgotten();
              }}
            >
              {t('settings.carrier.forget')}
            </Button>
          </Group>
        </div>
      </Modal>
    </>
  );
}
