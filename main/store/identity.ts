import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { type FileFacts, type Incarnation, judgeIncarnation, readBeside } from './incarnation.ts';
import type { Statements } from './statements.ts';

export type Mode = 'practice' | 'live';

/** What the file says of itself when it is opened. */
export interface Identity {
  readonly store_id: string;
  readonly mode: Mode;
  readonly device: number;
  readonly incarnation: string;
  readonly epoch: number;
  readonly ended_cleanly: 0 | 1;
  readonly unmatched: Exclude<Incarnation, 'same'> | null;
}

export interface TakeOverParts {
  readonly path: string;
  readonly database: Database;
  readonly statements: Statements;
  readonly clock: Clock;
  readonly log: Log;
  readonly newMode: Mode;
  /** The file as it was found, before anything was written to it; null when there was none. */
  readonly foundAs: FileFacts | null;
}

/** Makes this engine the file's only one: a higher epoch inside, and what a restored or copied file lacks. */
export function takeOver({ path, database, statements, clock, log, newMode, foundAs }: TakeOverParts): Identity {
  const claim = database.transaction((): Identity => {
    const found = readIdentity(statements);
    if (found === undefined) {
      const fresh = [randomUUID(), newMode, randomUUID(), clock.nowMs()] as const;
      statements.run(
        `INSERT INTO store (one, store_id, mode, incarnation, epoch, ended_cleanly, created_at)
         VALUES (1, ?, ?, ?, 1, 0, ?)`,
        ...fresh,
      );
      return { ...identityOf(statements), ended_cleanly: 1 };
    }
    const { incarnation, epoch } = found;
    const inside = { incarnation, epoch, lastJournalId: lastJournalId(statements) };
    const judged = judgeIncarnation(inside, readBeside(path), foundAs);
    if (judged !== 'same') {
      log.warn('store-unmatched', { judged });
      // The journal's last instant, but never one to come: a clock that was wrong then would hide what left since.
      statements.run(
        `UPDATE store SET incarnation = :fresh, unmatched = coalesce(unmatched, :judged),
           unmatched_since_at = coalesce(unmatched_since_at,
             min(coalesce((SELECT at FROM journal ORDER BY id DESC LIMIT 1), created_at), :now))
         WHERE one = 1`,
        { fresh: randomUUID(), judged, now: clock.nowMs() },
      );
    }
    statements.run('UPDATE store SET epoch = epoch + 1, ended_cleanly = 0 WHERE one = 1');
    return { ...identityOf(statements), ended_cleanly: found.ended_cleanly };
  });
  return claim.exclusive();
}

export function lastJournalId(statements: Statements): number {
  return statements.get<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM journal')?.id ?? 0;
}

function readIdentity(statements: Statements): Identity | undefined {
  return statements.get<Identity>('SELECT * FROM store WHERE one = 1');
}

function identityOf(statements: Statements): Identity {
  const identity = readIdentity(statements);
  if (identity === undefined) throw new Error('the row that says what this file is was not kept');
  return identity;
}
