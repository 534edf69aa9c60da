import { ipcMain } from 'electron';
import { channels } from '../../preload/bridge.ts';
import { appError } from '../../shared/errors.ts';
import { err } from '../../shared/result.ts';
import { type AppHandlers, answerAppCall } from './answer-call.ts';
import { createIntents } from './intents.ts';
import { isOurPage } from './pages.ts';

/** Answers the contract's `app/` calls, and only to our own page. */
export function answerAppCalls(handlers: AppHandlers): void {
  const intents = createIntents();
  ipcMain.handle(channels.call, ({ senderFrame }, name: unknown, input: unknown) => {
    if (!isOurPage(senderFrame)) return err(appError('serve/not-allowed'));
    return answerAppCall(handlers, intents, name, input);
  });
}
