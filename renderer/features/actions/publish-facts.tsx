import type { ReactNode } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { useWords } from '../../words/index.ts';
import type { PreviewValues } from '../script-editor/preview.ts';
import { type PreviewContact, previewsPerPage, useListActionListsQuery } from './actions-api.ts';
import { type Draft, isBlank, type KeptDraft } from './draft.ts';
import { estimateSegments } from './estimate.ts';
import styles from './publish-facts.module.css';
import { PublishNotes } from './publish-notes.tsx';

interface PublishFactsProps {
  readonly draft: Draft;
  readonly kept: KeptDraft;
  readonly sample: readonly PreviewContact[];
  readonly valuesFor: (contact: PreviewContact | null) => PreviewValues;
  readonly numbers: Output<'numbers/list'>['numbers'];
}

/** What publishing comes to, in words. */
export function PublishFacts({ draft, kept, sample, valuesFor, numbers }: PublishFactsProps) {
  const { t, formats } = useWords();
  const { data: listsData } = useListActionListsQuery();
  const { data: settingsData } = useReadSettingsQuery();
  const list = listsData?.lists.find(({ listId }) => listId === kept.listId);
  const bodies = draft.initial.filter((script) => !isBlank(script)).map(({ body }) => body);
  const contactCount = list?.contactCount ?? 0;
  const estimate = estimateSegments(bodies, sample.map(valuesFor), contactCount);
  const settings = settingsData?.settings;
  const campaignName = String(valuesFor(null).values['campaign.name'] ?? '');
  const contacts = t('actions.contacts', { count: contactCount, shown: formats.number(contactCount) });
  return (
    <>
      <dl className={styles.facts}>
        <Fact label={t('actions.factWho')}>
          {t('actions.factWhoText', { contacts, list: list?.name ?? '' })}
          <Aside>{t('actions.factWhoAside')}</Aside>
        </Fact>
        <Fact label={t('actions.factWhat')}>
          {t('actions.firstTextsCount', { count: bodies.length, shown: formats.number(bodies.length) })}
          {bodies.length > 1 && <Aside>{t('actions.factTest')}</Aside>}
          <PublishNotes draft={draft} campaignName={campaignName} />
        </Fact>
        {estimate !== null && (
          <Fact label={t('actions.factSegments')}>
            {t('actions.factSegmentsText', {
              segments: t('actions.segments', {
                count: estimate.segments,
                shown: formats.number(estimate.segments),
              }),
            })}
            <Aside>
              {estimate.fewest === estimate.most
                ? t('actions.factEach', { count: estimate.most, shown: formats.number(estimate.most) })
                : t('actions.factRange', { fewest: estimate.fewest, most: estimate.most })}
              {contactCount > Math.max(previewsPerPage, sample.length) &&
                ` ${t('actions.factSample', { shown: formats.number(sample.length) })}`}
            </Aside>
          </Fact>
        )}
        {numbers.length > 0 && (
          <Fact label={t('actions.factFrom')}>
            {t('actions.numbers', { count: numbers.length, shown: formats.number(numbers.length) })}
            <Aside>
              {numbers
                .slice(0, mostNumbers)
                .map(({ phone }) => formats.phone(phone))
                .join(', ')}
              {numbers.length > mostNumbers && '…'}
            </Aside>
          </Fact>
        )}
        {settings !== undefined && (
          <Fact label={t('actions.factWhen')}>
            {settings.startMinute === 0 && settings.endMinute === minutesPerDay
              ? t('actions.factWhenAllDay')
              : t('actions.factWhenText', {
                  start: formats.timeOfDay(settings.startMinute),
                  end: formats.timeOfDay(settings.endMinute),
                })}
            <Aside>{t('actions.factWhenAside')}</Aside>
          </Fact>
        )}
      </dl>
      <p>{t('actions.publishMeans')}</p>
    </>
  );
}

const mostNumbers = 4;
const minutesPerDay = 1440;

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

function Aside({ children }: { readonly children: ReactNode }) {
  return <span className={styles.aside}>{children}</span>;
}
