/**
 * Electron's side: it takes where the built parts are, opens the window and keeps one engine alive for it. It gives the
 * window what only main can do and a port to the engine, and knows nothing of texting. It refuses a second Fieldline on
 * the same folder, every page that is not ours, and whatever our page has no need of.
 */
import { join } from 'node:path';
import { app, BrowserWindow, safeStorage, session } from 'electron';
import { nearestLanguage } from '../../shared/sentences/index.ts';
import { isJoinLink, linkAmong } from './app-link.ts';
import { answerAppCalls } from './calls.ts';
import { openDesk } from './campaign-desk.ts';
import { openCampaigns } from './campaigns.ts';
import { keepCredentials } from './credentials.ts';
import { linkWindows } from './engine-links.ts';
import { engineStarter } from './engine-process.ts';
import { answerFileTokens } from './files.ts';
import { guardPages, guardSession } from './guard.ts';
import { keepIncidents } from './incidents.ts';
import { keychainOver } from './keychain.ts';
import { setMenu } from './menu.ts';
import { tellPage } from './news.ts';
import { declarePageScheme, servePages } from './pages.ts';
import { practiceStarter } from './practice-process.ts';
import { readSwitches } from './switches.ts';
import { terminal } from './terminal.ts';
import { openWindow } from './window.ts';

export interface Parts {
  /** Paths of the built engine, practice carrier and preload, and of the folder with the built page. */
  readonly engine: string;
  readonly practiceCarrier: string;
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
  // Each store has a folder to itself: what Electron and Chromium keep lies beside it, and a person who is shown the
  // folder, or copies it, finds the campaign and nothing else.
  const userData = app.getPath('userData');
  const campaigns = openCampaigns(userData);
  const incidents = keepIncidents(userData);
  const keeper = keepCredentials(keychainOver(safeStorage, process.platform));
  const { practice, liveAddress } = readSwitches();
  const openingNow = (): number => campaigns.opening;
  const links = linkWindows({ host: () => desk.host, openingNow });
  const engineArguments = (): string[] => {
    const { folder, mode } = campaigns.open;
    return ['--data', folder, '--mode', mode, ...(liveAddress === null ? [] : ['--live-address', liveAddress])];
  };
  const desk = openDesk({
    campaigns,
    keeper,
    links,
    startEngine: engineStarter(parts.engine, engineArguments),
    startPractice: practiceStarter(parts.practiceCarrier, practice),
    noteIncident: incidents.note,
  });
  servePages(session.defaultSession, parts.page);
  answerFileTokens(desk.host);
  setMenu(nearestLanguage(app.getLocale()), (verb) => tellPage({ event: 'menu', verb }));
  await guardSession(session.defaultSession);
  const open = (): BrowserWindow => openWindow(parts.preload, incidents.noteOfPage);
  open().once('show', () => terminal.tellOpen(campaigns.open));
  answerAppCalls(async () => {
    const { createAnswers } = await import('./answers.ts');
    return createAnswers({ campaigns, keeper, desk, noteIncident: incidents.note });
  });

  const showWindow = (): void => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) {
      open();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  app.on('open-url', (event, url) => {
    event.preventDefault();
    terminal.tellLink(url);
    if (isJoinLink(url)) showWindow();
  });
  app.on('second-instance', (_event, words) => {
    const link = linkAmong(words);
    if (link !== null) terminal.tellLink(link);
    if (link === null || isJoinLink(link)) showWindow();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.once('will-quit', (event) => {
    // The engine finishes the write it is in and closes the store, and the practice carrier its book; only then is the
    // application gone.
    event.preventDefault();
    // A quit that is asked for within this event would be forgotten.
    void desk.stop().then(() => setImmediate(() => app.quit()));
  });
}
