import type { Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

/**
 * How many conversations need an answer, of those that whoever asks may see. It carries no room's tag: replies come faster
 * than anybody reads a figure. The frame keeps it fresh at a pace of its own (`app/use-needing-answer.ts`).
 */
export const needingAnswerApi = api.injectEndpoints({
  endpoints: (build) => ({
    countNeedingAnswer: build.query<Output<'conversations/count-needing-answer'>, void>({
      query: () => ask('conversations/count-needing-answer', {}),
    }),
    /** How many got no answer before their action ended: of all that have ended, or of those that did in so many days. */
    countUnanswered: build.query<Output<'conversations/count-unanswered'>, { readonly endedWithinDays: number | null }>(
      {
        query: (input) => ask('conversations/count-unanswered', input),
      },
    ),
  }),
});

export const { useCountNeedingAnswerQuery, useCountUnansweredQuery } = needingAnswerApi;
