import { describe, expect, it } from 'vitest';
import { webPreferences } from '../../../main/app/web-preferences.ts';

describe('the page of a window', () => {
  it.each([true, false])('is sandboxed and alone with its preload (installed: %j)', (isPackaged) => {
    expect(webPreferences('/fieldline/preload.cjs', { isPackaged })).toMatchObject({
      preload: '/fieldline/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    });
  });

  it('has the developer tools from a clone, and not when it is installed', () => {
    expect(webPreferences('', { isPackaged: false }).devTools).toBe(true);
    expect(webPreferences('', { isPackaged: true }).devTools).toBe(false);
  });
});
