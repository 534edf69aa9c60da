import type { JobState } from '../../shared/contract/events.ts';
import type { Reader, Tx } from '../store/index.ts';

export interface JobRow {
  readonly id: number;
  readonly kind: string;
  readonly state: JobState;
  readonly input: string;
  readonly done: number;
  readonly total: number | null;
  readonly outcome: string | null;
  readonly user_id: number | null;
  readonly started_at: number;
  readonly ended_at: number | null;
}

export function insertJob(tx: Tx, job: { kind: string; input: string; userId: number | null; at: number }): number {
  const insert = `INSERT INTO job (kind, state, input, user_id, started_at) VALUES (:kind, 'running', :input, :userId, :at)`;
  return tx.run(insert, job).id;
}

export function findJob(reader: Reader, jobId: number): JobRow | undefined {
  return reader.get<JobRow>('SELECT * FROM job WHERE id = ?', jobId);
}

export function listRunningJobs(reader: Reader): JobRow[] {
  return reader.all<JobRow>(`SELECT * FROM job WHERE state = 'running' ORDER BY id`);
}

/** Newest first, from just below `before`. */
export function listJobs(reader: Reader, before: number | null, limit: number): JobRow[] {
  return reader.all<JobRow>(
    'SELECT * FROM job WHERE id < ? ORDER BY id DESC LIMIT ?',
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
}

/** Ends a job that is running; gives false when it has ended already. */
export function endJob(
  tx: Tx,
  end: { id: number; state: JobState; outcome: string; done: number; total: number | null; at: number },
): boolean {
  const update = `UPDATE job SET state = :state, outcome = :outcome, done = :done, total = :total, ended_at = :at
    WHERE id = :id AND state = 'running'`;
  return tx.run(update, end).changes === 1;
}
