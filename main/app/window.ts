import { app, BrowserWindow, nativeTheme } from 'electron';
import { type BackOff, backOff } from './back-off.ts';
import { pageUrl } from './pages.ts';
import { webPreferences } from './web-preferences.ts';

/** The page's own background in both looks, so that nothing flashes before its first paint. */
const background = { light: '#f6f7f9', dark: '#14171c' };

/**
 * Opens the window on the page. `preload` is the path of the built preload; `hearLine` gets each line of the page's
 * console, which nobody sees in an installed application.
 */
export function openWindow(preload: string, hearLine: (line: string) => void): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 480,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: webPreferences(preload, app),
  });
  window.once('ready-to-show', () => window.show());
  reloadWhenGone(window);
  // The stand-in is an Electron that tells the line as its third argument.
  window.webContents.on('console-message', ({ message }, ...former) => hearLine(message ?? former[1]));
  void window.loadURL(pageUrl);
  return window;
}

/** A page that died is loaded again, later each time it does not live. The engine has not noticed. */
function reloadWhenGone({ webContents }: BrowserWindow): void {
  let wait: BackOff | null = null;
  let startedAt = Date.now();
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    wait = backOff(wait, Date.now() - startedAt);
    setTimeout(() => {
      if (webContents.isDestroyed()) return;
      startedAt = Date.now();
      webContents.reload();
    }, wait.waitMs);
  });
}
