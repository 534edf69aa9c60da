import type { Reader, Tx } from '../store/index.ts';

export interface CampaignRow {
  readonly name: string;
  readonly founded_at: number;
}

export function findCampaign(reader: Reader): CampaignRow | undefined {
  return reader.get<CampaignRow>('SELECT name, founded_at FROM campaign WHERE one = 1');
}

export function insertCampaign(tx: Tx, name: string, at: number): void {
  tx.run('INSERT INTO campaign (one, name, founded_at) VALUES (1, ?, ?)', name, at);
}

export function updateName(tx: Tx, name: string): void {
  tx.run('UPDATE campaign SET name = ? WHERE one = 1', name);
}
