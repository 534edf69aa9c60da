import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

/** Lets the person pick a place and a name, beginning where downloads go. The system asks before it replaces a file. */
export async function askWhereToSave(suggestedName: string): Promise<string | null> {
  const options = { defaultPath: join(app.getPath('downloads'), suggestedName) };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}
