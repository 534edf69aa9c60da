import type { Output } from '../../../shared/contract/index.ts';
import { exceedsCustomary, opensAt } from '../../../shared/domain/texting-hours.ts';
import { useListListsQuery } from '../../bridge/rooms/contacts.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { Caution } from '../../ui/caution.tsx';
import { clockOf, customaryHours } from '../../words/clock.ts';
import { useWords } from '../../words/index.ts';
import type { PreviewValues } from '../script-editor/preview.ts';
import { whenOf } from '../texting/hours-ahead.ts';
import { type PreviewContact, previewsPerPage } from './actions-api.ts';
import { type Draft, isBlank, type KeptDraft } from './draft.ts';
import { estimateSegments } from './estimate.ts';
import { listsToChoose } from './lists-to-choose.ts';
import { PublishAnswers } from './publish-answers.tsx';
import { Aside, Fact } from './publish-fact.tsx';
import styles from './publish-facts.module.css';
import { PublishLacking } from './publish-lacking.tsx';
import { PublishNotes } from './publish-notes.tsx';
import { PublishReach } from './publish-reach.tsx';
import { PublishTexts } from './publish-texts.tsx';
import { type Reach, reachedOf } from './reach.ts';

interface PublishFactsProps {
  readonly draft: Draft;
  readonly kept: KeptDraft;
  readonly sample: readonly PreviewContact[];
  readonly valuesFor: (contact: PreviewContact | null) => PreviewValues;
  readonly numbers: Output<'numbers/list'>['numbers'];
  /** Left out while it is being counted. */
  readonly reach: Reach | undefined;
  readonly onAddResponse: () => void;
}

/** What publishing comes to, in words. */
export function PublishFacts(props: PublishFactsProps) {
  const { draft, kept, sample, valuesFor, numbers, reach, onAddResponse } = props;
  const { t, formats } = useWords();
  const { data: listsData } = useListListsQuery(listsToChoose);
  const { data: settingsData } = useReadSettingsQuery();
  const list = listsData?.lists.find(({ listId }) => listId === kept.listId);
  const bodies = draft.initial.filter((script) => !isBlank(script)).map(({ body }) => body);
  const listCount = list?.contactCount ?? 0;
  const contactCount = reach === undefined ? listCount : reachedOf(reach);
  const estimate = estimateSegments(bodies, sample.map(valuesFor), contactCount);
  const settings = settingsData?.settings;
  const [contact = null] = sample;
  const campaignName = String(valuesFor(null).values['campaign.name'] ?? '');
  return (
    <>
      <dl className={styles.facts}>
        <PublishReach listName={list?.name ?? ''} contactCount={listCount} reach={reach} />
        <Fact label={t('actions.factWhat')}>
          {t('actions.firstTextsCount', { count: bodies.length, shown: formats.number(bodies.length) })}
          {bodies.length > 1 && <Aside>{t('actions.factTest')}</Aside>}
          <PublishTexts draft={draft} contact={contact} values={valuesFor(contact)} />
          <PublishNotes draft={draft} campaignName={campaignName} />
          <PublishLacking draft={draft} listId={kept.listId} />
        </Fact>
        {settings !== undefined && (
          <PublishAnswers
            responseCount={draft.responses.filter((script) => !isBlank(script)).length}
            hasOwnWords={settings.ownWords}
            onAdd={onAddResponse}
          />
        )}
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
            <Aside>{t('actions.factSegmentMeans')} </Aside>
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
                  start: clockOf(settings.startMinute, { t, formats }),
                  end: clockOf(settings.endMinute, { t, formats }),
                })}
            <Aside>{t('actions.factWhenAside')}</Aside>
            <ClosedNow settings={settings} />
            {exceedsCustomary(settings) && <Caution>{t('app.wideHours', customaryHours({ t, formats }))}</Caution>}
          </Fact>
        )}
      </dl>
      <p>{t('actions.publishMeans')}</p>
    </>
  );
}

/** Publishing does not wait for texting hours, and whoever texts then would be told that nobody can be texted. */
function ClosedNow({ settings }: { readonly settings: Output<'campaign/read-settings'>['settings'] }) {
  const words = useWords();
  const now = Date.now();
  const nextAt = opensAt(settings, [settings.timeZone], now);
  if (nextAt === null || nextAt === now) return null;
  return <Caution>{words.t('actions.factClosedNow', { when: whenOf(nextAt, words, now) })}</Caution>;
}

const mostNumbers = 4;
const minutesPerDay = 1440;
