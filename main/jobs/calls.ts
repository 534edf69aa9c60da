import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Store, Tx } from '../store/index.ts';
import type { Jobs } from './index.ts';
import { type JobRow, listJobs } from './queries.ts';

function jobView(row: JobRow) {
  return {
    jobId: row.id,
    kind: row.kind,
    state: row.state,
    done: row.done,
    total: row.total,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as unknown),
  };
}

export function jobsHandlers(jobs: Jobs, store: Store): Handlers<CallsOf<'jobs'>, Tx> {
  return {
    'jobs/read': (_context, { jobId }) => {
      const row = jobs.find(jobId);
      return row === undefined ? err(appError('jobs/not-found')) : ok({ job: jobView(row) });
    },

    'jobs/list': (_context, { before, limit }) => {
      const rows = store.look((reader) => listJobs(reader, before, limit + 1));
      const page = rows.slice(0, limit);
      return ok({ jobs: page.map(jobView), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null });
    },

    'jobs/cancel': ({ actor }, { jobId }) => {
      const cancelled = jobs.cancel(jobId, actor.userId);
      return cancelled.ok ? ok({ job: jobView(cancelled.value) }) : cancelled;
    },
  };
}
