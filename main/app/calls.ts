import { ipcMain } from 'electron';
import { z } from 'zod';
import { type AppRequest, channels } from '../../preload/bridge.ts';
import { appError } from '../../shared/errors.ts';
import { err } from '../../shared/result.ts';
import { type AnswerParts, answerAppCall } from './answer-call.ts';
import { createIntents } from './intents.ts';
import { isOurPage } from './pages.ts';

const request = z.object({
  name: z.string().max(100),
  input: z.unknown(),
  session: z.string().max(200).nullable(),
  opening: z.int().nullable(),
}) satisfies z.ZodType<AppRequest>;

/** Answers the contract's `app/` calls, and only to our own page. */
export function answerAppCalls(answering: Omit<AnswerParts, 'intents'>): void {
  const parts = { ...answering, intents: createIntents() };
  ipcMain.handle(channels.call, ({ senderFrame }, asked: unknown) => {
    if (!isOurPage(senderFrame)) return err(appError('serve/not-allowed'));
    const call = request.safeParse(asked).data;
    return call === undefined ? err(appError('serve/bad-request')) : answerAppCall(parts, call);
  });
}
