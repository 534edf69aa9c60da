import { ipcMain } from 'electron';
import { channels } from '../../preload/bridge.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';
import { isOurPage } from './pages.ts';

type Answer = (asked: unknown) => Promise<Result<unknown, AppError>>;

/** Answers the contract's `app/` calls, and only to our own page. What is asked before `load` is done waits for it. */
export function answerAppCalls(load: () => Promise<Answer>): void {
  const loading = load();
  ipcMain.handle(channels.call, async ({ senderFrame }, asked: unknown) => {
    if (!isOurPage(senderFrame)) return err(appError('serve/not-allowed'));
    const answer = await loading;
    return answer(asked);
  });
}
