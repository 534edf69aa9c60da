import type { Output } from '../../shared/contract/index.ts';
import { listRunningActions, listScripts, whyNoTexting } from '../actions/index.ts';
import { readSettings } from '../campaign/index.ts';
import { mayUseOwnWords } from '../outbox/index.ts';
import { question, type Reader } from '../store/index.ts';
import { answerableQuery } from './queries.ts';

/**
 * How many conversations of somebody's own need an answer that they can give now, whatever their role. Whoever was texted in
 * an action that is paused or over cannot be answered, nor by somebody who sends only written scripts where none is
 * written: nobody is kept from texting by that. Looks at no more than `atMost`.
 */
export function countNeedingAnswer(reader: Reader, userId: number, atMost: number): number {
  const mayWrite = mayUseOwnWords(reader, userId);
  const actionIds = listRunningActions(reader)
    .filter(({ state }) => whyNoTexting(state) === null)
    .map(({ actionId }) => actionId)
    .filter((actionId) => mayWrite || listScripts(reader, actionId, 'response').length > 0);
  const { sql, values } = answerableQuery({ userId, actionIds, atMost });
  return reader.get<{ count: number }>(sql, values)?.count ?? 0;
}

/** For the screens: how far somebody is from the next batch. */
export const readAnswerFirst = question(
  'conversations/read-answer-first',
  (reader, { userId }: { readonly userId: number }): Output<'conversations/read-answer-first'> => {
    const { mostUnanswered: most } = readSettings(reader);
    return { most, count: most === null ? 0 : countNeedingAnswer(reader, userId, Number.MAX_SAFE_INTEGER) };
  },
);
