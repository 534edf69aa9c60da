import { BrowserWindow, ipcMain, MessageChannelMain, type WebContents, type WebFrameMain } from 'electron';
import { channels, type EngineNews } from '../../preload/bridge.ts';
import type { EngineHost } from './engine-host.ts';
import { isOurPage } from './pages.ts';

export interface EngineLinks {
  /** For each change of state. Windows that are still loading ask by themselves. */
  tellWindows(): void;
  /** Loads every window afresh, for another campaign. The page that was there is of an opening that is over. */
  reloadWindows(): void;
}

export interface LinkedParts {
  readonly host: () => EngineHost;
  readonly openingNow: () => number;
}

/**
 * Tells every window how the engine is and hands it a port of its own to a ready one: when its page has loaded, and
 * again after each restart. All is told with the number of the opening, so that a page of another one takes no part in it.
 * A page that loads while the engine has failed asks for another try.
 */
export function linkWindows({ host, openingNow }: LinkedParts): EngineLinks {
  const linked = new WeakSet<WebContents>();

  function introduce(frame: WebFrameMain): void {
    const news: EngineNews = { opening: openingNow(), state: host().state };
    if (news.state.state !== 'ready') {
      frame.postMessage(channels.engine, news);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    host().connect(port1);
    frame.postMessage(channels.engine, news, [port2]);
  }

  ipcMain.on(channels.engine, ({ sender, senderFrame }) => {
    if (!isOurPage(senderFrame)) return;
    linked.add(sender);
    host().tryAgain();
    introduce(senderFrame);
  });

  return {
    tellWindows() {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        if (webContents.isDestroyed() || !linked.has(webContents)) continue;
        if (isOurPage(webContents.mainFrame)) introduce(webContents.mainFrame);
      }
    },
    reloadWindows() {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        linked.delete(webContents);
        // After the answer to whoever asked for this has left.
        setImmediate(() => webContents.isDestroyed() || webContents.reload());
      }
    },
  };
}
