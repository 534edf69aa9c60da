import { isAbsolute } from 'node:path';
import { ipcMain } from 'electron';
import { channels } from '../../preload/bridge.ts';
import type { EngineHost } from './engine-host.ts';
import { isOurPage } from './pages.ts';

/**
 * Gives tokens for files that a person chose. The path comes from the preload, which had it from Chromium for a `File`
 * that a person picked or dropped: a page can neither make one up nor learn it.
 */
export function answerFileTokens(host: EngineHost): void {
  ipcMain.handle(channels.fileToken, async ({ senderFrame }, path: unknown) => {
    if (!isOurPage(senderFrame)) throw new Error('not our page');
    if (typeof path !== 'string' || !isAbsolute(path)) throw new Error('not a file on this computer');
    return host.registerFile(path);
  });
}
