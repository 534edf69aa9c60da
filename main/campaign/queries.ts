import type { SettingsView } from '../../shared/contract/campaign.ts';
import type { Reader, Tx } from '../store/index.ts';

export interface CampaignRow {
  readonly name: string;
  readonly founded_at: number;
  readonly description: string;
  readonly join_code: string;
  readonly time_zone: string;
  readonly start_minute: number;
  readonly end_minute: number;
  readonly bucket_size: SettingsView['bucketSize'];
  readonly lock_minutes: number;
  readonly contact_fallback: string;
  readonly texter_fallback: string;
  readonly most_unanswered: number | null;
  readonly own_words: 0 | 1;
  readonly start_words: string;
}

export interface FieldRow {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
}

const campaignColumns = `name, founded_at, description, join_code, time_zone, start_minute, end_minute, bucket_size,
  lock_minutes, contact_fallback, texter_fallback, most_unanswered, own_words, start_words`;

export function findCampaign(reader: Reader): CampaignRow | undefined {
  return reader.get<CampaignRow>(`SELECT ${campaignColumns} FROM campaign WHERE one = 1`);
}

export function insertCampaign(tx: Tx, campaign: { name: string; joinCode: string; at: number }): void {
  tx.run('INSERT INTO campaign (one, name, join_code, founded_at) VALUES (1, :name, :joinCode, :at)', campaign);
}

export function updateName(tx: Tx, name: string): void {
  tx.run('UPDATE campaign SET name = ? WHERE one = 1', name);
}

export function updateSettings(tx: Tx, settings: SettingsView): void {
  tx.run(
    `UPDATE campaign SET description = :description, time_zone = :timeZone, start_minute = :startMinute,
       end_minute = :endMinute, bucket_size = :bucketSize, lock_minutes = :lockMinutes,
       contact_fallback = :contactFallback, texter_fallback = :texterFallback, most_unanswered = :mostUnanswered,
       own_words = :ownWords, start_words = :startWords
     WHERE one = 1`,
    { ...settings, ownWords: settings.ownWords ? 1 : 0 },
  );
}

/** In the order in which they were added. */
export function listFieldRows(reader: Reader): FieldRow[] {
  return reader.all<FieldRow>('SELECT id, slug, title FROM field ORDER BY id');
}

export function insertField(tx: Tx, field: { slug: string; title: string; at: number }): number {
  return tx.run('INSERT INTO field (slug, title, created_at) VALUES (:slug, :title, :at)', field).id;
}
