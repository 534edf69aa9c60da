import type { EngineEvent } from '../../../shared/contract/index.ts';
import type { Desktop } from './desktop.ts';

/** Lets the page hear news as if its engine had sent them, for what no engine can be brought to say on demand, in the first opening. */
export async function pretendNews({ application }: Desktop, news: EngineEvent): Promise<void> {
  await application.evaluate(({ BrowserWindow, MessageChannelMain }, sent) => {
    const { port1, port2 } = new MessageChannelMain();
    const ready = { opening: 1, state: { event: 'engine', state: 'ready', losses: 0 } };
    BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.postMessage('engine', ready, [port2]);
    port1.postMessage(sent);
  }, news);
}
