import { BrowserWindow, ipcMain, MessageChannelMain, type WebFrameMain } from 'electron';
import { channels, type EngineState } from '../../preload/bridge.ts';
import type { EngineHost } from './engine-host.ts';
import { isOurPage } from './pages.ts';

/**
 * Tells every window how the engine is and hands it a port of its own to a ready one: when its page has loaded, and
 * again after each restart. A page that loads while the engine has failed asks for another try.
 */
export function linkWindows(host: EngineHost): void {
  ipcMain.on(channels.engine, ({ senderFrame }) => {
    if (!isOurPage(senderFrame)) return;
    host.tryAgain();
    introduce(host, senderFrame);
  });
}

/** For each change of state. Windows that are still loading ask by themselves. */
export function tellWindows(host: EngineHost): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    if (!webContents.isDestroyed() && isOurPage(webContents.mainFrame)) introduce(host, webContents.mainFrame);
  }
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
