import { BrowserWindow } from 'electron';
import { channels } from '../../preload/bridge.ts';
import type { AppEvent } from '../../shared/contract/index.ts';
import { isOurPage } from './pages.ts';

/** Tells the page that the person looks at. What nobody listens to is lost, as news may be. */
export function tellPage(news: AppEvent): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const frame = window?.webContents.mainFrame ?? null;
  if (isOurPage(frame)) frame.postMessage(channels.news, news);
}
