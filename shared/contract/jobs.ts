import { z } from 'zod';
import { call, roles } from './define.ts';
import { jobStates } from './events.ts';
import { instant, localId } from './fields.ts';

export const jobView = z.object({
  jobId: localId,
  kind: z.string(),
  state: z.enum(jobStates),
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** What came of it, in a form that belongs to the job's kind; the error when it failed; null until it ends. */
  outcome: z.unknown(),
});

/** Long work: it reports progress by events, is cancelled by a call, and survives a restart or rolls back whole. */
export const jobsCalls = {
  'jobs/read': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ jobId: localId }).strict(),
    output: z.object({ job: jobView }),
    errors: ['jobs/not-found'],
  }),
  /** Newest first. `before` is the last job id of the page before. */
  'jobs/list': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ before: localId.nullable().default(null), limit: z.int().min(1).max(100).default(20) }).strict(),
    output: z.object({ jobs: z.array(jobView), next: localId.nullable() }),
    errors: [],
  }),
  'jobs/cancel': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'repeatable',
    input: z.object({ jobId: localId }).strict(),
    output: z.object({ job: jobView }),
    errors: ['jobs/not-found', 'jobs/already-ended'],
  }),
};
