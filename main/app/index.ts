/**
 * Electron's side: it takes where the built parts are, opens the window and keeps one engine alive for it. It gives the
 * window what only main can do and a port to the engine, and knows nothing of texting. It refuses a second Fieldline on
 * the same folder, every page that is not ours, and whatever our page has no need of.
 */
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { nearestLanguage } from '../../shared/sentences/index.ts';
import { answerAppCalls, appHandlers } from './calls.ts';
import { hostEngine } from './engine-host.ts';
import { linkWindows, tellWindows } from './engine-links.ts';
import { engineStarter } from './engine-process.ts';
import { answerFileTokens } from './files.ts';
import { guardPages, guardSession } from './guard.ts';
import { setMenu } from './menu.ts';
import { declarePageScheme, servePages } from './pages.ts';
import { terminal } from './terminal.ts';
import { openWindow } from './window.ts';

export interface Parts {
  /** Paths of the built engine and preload, and of the folder with the built page. */
  readonly engine: string;
  readonly preload: string;
  readonly page: string;
}

/** Runs the application until it quits. To be called once, before Electron is ready. */
export function startApp(parts: Parts): void {
  // The engine of the first instance owns the store; a second instance shows the first one's window and leaves.
  if (!app.requestSingleInstanceLock()) {
    terminal.tellAlreadyOpen();
    app.quit();
    return;
  }
  // What Chromium keeps for the page stays together, beside the campaign's folder and never in it.
  app.setPath('sessionData', join(app.getPath('userData'), 'browser'));
  // A dump of a crash holds whatever was in memory: names, numbers, texts. None is written.
  app.commandLine.appendSwitch('disable-breakpad');
  declarePageScheme();
  guardPages();
  void app.whenReady().then(() => run(parts));
}

async function run(parts: Parts): Promise<void> {
  // The store has a folder to itself: what Electron and Chromium keep lies beside it, and a person who is shown the
  // folder, or copies it, finds the campaign and nothing else.
  const dataDirectory = join(app.getPath('userData'), 'campaign');
  const host = hostEngine(engineStarter(parts.engine, dataDirectory), () => tellWindows(host));
  servePages(session.defaultSession, parts.page);
  linkWindows(host);
  answerFileTokens(host);
  answerAppCalls(appHandlers(dataDirectory));
  setMenu(nearestLanguage(app.getLocale()));
  await guardSession(session.defaultSession);
  openWindow(parts.preload).once('show', () => terminal.tellOpen(dataDirectory));

  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return openWindow(parts.preload);
    if (window.isMinimized()) window.restore();
    return window.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(parts.preload);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.once('will-quit', (event) => {
    // The engine finishes the write it is in and closes the store; only then is the application gone.
    event.preventDefault();
    // A quit that is asked for within this event would be forgotten.
    void host.stop().then(() => setImmediate(() => app.quit()));
  });
}
