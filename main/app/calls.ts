import { ipcMain } from 'electron';
import { channels } from '../../preload/bridge.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';
import { isOurPage } from './pages.ts';

type Answer = (asked: unknown) => Promise<Result<unknown, AppError>>;

/** Answers the contract's `app/` calls, and only to our own page. What answers them is loaded for the first of them. */
export function answerAppCalls(load: () => Promise<Answer>): void {
  let loading: Promise<Answer> | null = null;
  ipcMain.handle(channels.call, async ({ senderFrame }, asked: unknown) => {
    if (!isOurPage(senderFrame)) return err(appError('serve/not-allowed'));
    loading ??= load();
    const answer = await loading;
    return answer(asked);
  });
}
