import { BrowserWindow, ipcMain, MessageChannelMain, type WebContents, type WebFrameMain } from 'electron';
import { channels, type EngineState } from '../../preload/bridge.ts';
import type { EngineHost } from './engine-host.ts';
import { isOurPage } from './pages.ts';

export interface EngineLinks {
  /** For each change of state. Windows that are still loading ask by themselves. */
  tellWindows(): void;
  /**
   * Loads every window afresh, for another campaign. The page that was there hears nothing of engines any more, so what it
   * still asks can never reach the other campaign.
   */
  reloadWindows(): void;
}

/**
 * Tells every window how the engine is and hands it a port of its own to a ready one: when its page has loaded, and
 * again after each restart. A page that loads while the engine has failed asks for another try.
 */
export function linkWindows(host: () => EngineHost): EngineLinks {
  const linked = new WeakSet<WebContents>();
  ipcMain.on(channels.engine, ({ sender, senderFrame }) => {
    if (!isOurPage(senderFrame)) return;
    linked.add(sender);
    host().tryAgain();
    introduce(host(), senderFrame);
  });

  return {
    tellWindows() {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        if (webContents.isDestroyed() || !linked.has(webContents)) continue;
        if (isOurPage(webContents.mainFrame)) introduce(host(), webContents.mainFrame);
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

function introduce(host: EngineHost, frame: WebFrameMain): void {
  const state: EngineState = host.state;
  if (state.state !== 'ready') {
    frame.postMessage(channels.engine, state);
    return;
  }
  const { port1, port2 } = new MessageChannelMain();
  host.connect(port1);
  frame.postMessage(channels.engine, state, [port2]);
}
