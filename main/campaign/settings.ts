import type { SettingsView } from '../../shared/contract/campaign.ts';
import type { Input } from '../../shared/contract/index.ts';
import type { JournalPayloads } from '../../shared/domain/journal.ts';
import { isZone } from '../../shared/domain/local-time.ts';
import type { FallbackNames } from '../../shared/domain/script-render.ts';
import { defaultTextingWindow, parseTextingWindow, type TextingWindow } from '../../shared/domain/texting-hours.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Reader } from '../store/index.ts';
import { type CampaignRow, findCampaign } from './queries.ts';

/** What an admin has decided for the whole campaign, as the rooms above read it. */
export interface Settings {
  /** Empty until the campaign is founded. */
  readonly name: string;
  readonly description: string;
  /** Six digits; empty until the campaign is founded. */
  readonly joinCode: string;
  /** An IANA name: the clock of contacts whose own zone is not known. */
  readonly timeZone: string;
  readonly window: TextingWindow;
  /** How many contacts a texter claims at a time. */
  readonly bucketSize: number;
  /** No contact gets a second first text within this time; 0 switches the lock off. */
  readonly lockMinutes: number;
  readonly fallbacks: FallbackNames;
  /** A texter with more replies to answer than this gets no new batch; null for no limit. */
  readonly mostUnanswered: number | null;
  /** False when texters and leads may send nothing but written scripts. */
  readonly ownWords: boolean;
}

/** The same as the columns' defaults, which a founded campaign begins with. */
const unfounded: Settings = {
  name: '',
  description: '',
  joinCode: '',
  timeZone: 'America/New_York',
  window: defaultTextingWindow,
  bucketSize: 100,
  lockMinutes: 360,
  fallbacks: { contact: '', texter: '' },
  mostUnanswered: null,
  ownWords: true,
};

/** The settings as they stand; of a campaign that is not founded yet, the defaults. */
export function readSettings(reader: Reader): Settings {
  const row = findCampaign(reader);
  if (row === undefined) return unfounded;
  return {
    name: row.name,
    description: row.description,
    joinCode: row.join_code,
    timeZone: row.time_zone,
    window: { startMinute: row.start_minute, endMinute: row.end_minute },
    bucketSize: row.bucket_size,
    lockMinutes: row.lock_minutes,
    fallbacks: { contact: row.contact_fallback, texter: row.texter_fallback },
    mostUnanswered: row.most_unanswered,
    ownWords: row.own_words === 1,
  };
}

/** The settings as the screens show and change them. */
export function settingsViewOf(row: CampaignRow): SettingsView {
  return {
    description: row.description,
    timeZone: row.time_zone,
    startMinute: row.start_minute,
    endMinute: row.end_minute,
    bucketSize: row.bucket_size,
    lockMinutes: row.lock_minutes,
    contactFallback: row.contact_fallback,
    texterFallback: row.texter_fallback,
    mostUnanswered: row.most_unanswered,
    ownWords: row.own_words === 1,
    startWords: row.start_words,
  };
}

export type SettingChanges = Input<'campaign/change-settings'>['changes'];

export interface JudgedChanges {
  readonly after: SettingsView;
  /** The new values of those settings that are no longer what they were. */
  readonly changed: JournalPayloads['campaign/settings-changed'];
}

/**
 * What the settings will be. One end of the texting hours may be moved alone, so the window is judged with the other
 * end as it stands.
 */
export function judgeChanges(
  before: SettingsView,
  changes: SettingChanges,
): Result<JudgedChanges, AppError<'campaign/unknown-zone' | 'campaign/bad-hours'>> {
  const given = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const after: SettingsView = { ...before, ...Object.fromEntries(given) };
  if (!isZone(after.timeZone)) return err(appError('campaign/unknown-zone', { zone: after.timeZone }));
  if (!parseTextingWindow(after.startMinute, after.endMinute).ok) return err(appError('campaign/bad-hours'));
  const changed = given.filter(([name, value]) => value !== before[name as keyof SettingsView]);
  return ok({ after, changed: Object.fromEntries(changed) });
}
