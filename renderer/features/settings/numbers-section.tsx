import { Button, Group } from '@mantine/core';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useListNumbersQuery } from '../../bridge/rooms/numbers.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { useRefreshNumbersMutation, useSetAccountRateMutation, useSetNumberRateMutation } from './numbers-api.ts';
import styles from './numbers-section.module.css';
import { NumbersTable } from './numbers-table.tsx';
import { SavedRate } from './saved-rate.tsx';
import { Section } from './section.tsx';

/** The numbers that texts leave from, and how fast they may. */
export function NumbersSection() {
  const { t, tell, formats } = useWords();
  const { data } = useListNumbersQuery();
  const [refresh, refreshing] = useRefreshNumbersMutation();
  const [setRate] = useSetNumberRateMutation();
  const [setAccountRate] = useSetAccountRateMutation();
  if (data === undefined) return null;
  const found = refreshing.data?.numbers.filter(({ lost }) => !lost).length;
  return (
    <Section name="numbers" lead={t('settings.numbers.lead')}>
      {data.numbers.length === 0 ? (
        <p className={styles.quiet}>{t('settings.numbers.none')}</p>
      ) : (
        <NumbersTable
          numbers={data.numbers}
          saveRate={(numberId, segmentsPerSecond, intentId) => setRate({ intentId, numberId, segmentsPerSecond })}
        />
      )}
      {refreshing.error && <Problem>{tell(appErrorOf(refreshing.error))}</Problem>}
      <Group gap="md">
        <Button variant="default" loading={refreshing.isLoading} onClick={() => void refresh()}>
          {refreshing.isLoading ? t('settings.numbers.refreshing') : t('settings.numbers.refresh')}
        </Button>
        <span className={styles.quiet} aria-live="polite">
          {found !== undefined && t('settings.numbers.found', { count: found, number: formats.number(found) })}
        </span>
      </Group>
      {data.numbers.length > 0 && (
        <SavedRate
          label={t('settings.numbers.accountRate')}
          description={t('settings.numbers.accountRateHint')}
          name="account-rate"
          value={data.accountSegmentsPerSecond}
          most={10_000}
          mayBeEmpty
          save={(segmentsPerSecond, intentId) => setAccountRate({ intentId, segmentsPerSecond })}
        />
      )}
    </Section>
  );
}
