import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

export type QueueStatus = Output<'outbox/read-status'>;

/**
 * What waits and why. It carries no tag: while texts leave, news of it come faster than anybody reads, so the foot of the
 * window reads it at a pace of its own (`features/status/use-queue-status.ts`), and everybody else has it from there.
 */
const outboxRoomApi = api.injectEndpoints({
  endpoints: (build) => ({
    readQueueStatus: build.query<QueueStatus, void>({
      query: () => ask('outbox/read-status', {}),
    }),
  }),
});

export const { useReadQueueStatusQuery } = outboxRoomApi;
