import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { app, ipcMain, shell } from 'electron';
import { channels } from '../../preload/bridge.ts';
import { appCalls } from '../../shared/contract/app.ts';
import type { CallsAt, Input, Outcome } from '../../shared/contract/index.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isOurPage } from './pages.ts';

export type AppHandlers = {
  readonly [Name in CallsAt<'app'>]: (input: Input<Name>) => Outcome<Name> | Promise<Outcome<Name>>;
};

/** What the contract asks of main. */
export function appHandlers(dataDirectory: string): AppHandlers {
  return {
    'app/read-about': () => ok({ version: app.getVersion(), language: app.getLocale() }),
    'app/show-data-folder': async () => {
      // A folder that the engine refuses is never made; its place is then the nearest thing to show. Resolves with a
      // message when the system has no program for folders; the person then sees that nothing opens.
      await shell.openPath(existsSync(dataDirectory) ? dataDirectory : dirname(dataDirectory));
      return ok({});
    },
  };
}

/** Answers the contract's `app/` calls, and only to our own page. */
export function answerAppCalls(handlers: AppHandlers): void {
  ipcMain.handle(channels.call, ({ senderFrame }, name: unknown, input: unknown) => {
    if (!isOurPage(senderFrame)) return err(appError('serve/not-allowed'));
    return answerAppCall(handlers, name, input);
  });
}

/** One call: looked up, its input parsed, always an envelope back. */
export async function answerAppCall(
  handlers: AppHandlers,
  name: unknown,
  input: unknown,
): Promise<Result<unknown, AppError>> {
  if (!isAppCall(name)) return err(appError('serve/unknown-call'));
  const parsed = appCalls[name].input.safeParse(input);
  if (!parsed.success) return err(appError('serve/bad-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' }));
  try {
    return await handlers[name](parsed.data);
  } catch (thrown) {
    const incidentId = randomBytes(4).toString('hex');
    process.stderr.write(
      `incident ${incidentId} in ${name}: ${thrown instanceof Error ? thrown.stack : typeof thrown}\n`,
    );
    return err({ ...appError('internal/bug'), incidentId });
  }
}

function isAppCall(name: unknown): name is CallsAt<'app'> {
  return typeof name === 'string' && Object.hasOwn(appCalls, name);
}
