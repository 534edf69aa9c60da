import type { WebPreferences } from 'electron';

/** What a page of ours may be and do, spelled out, since defaults differ between versions of Electron. */
export function webPreferences(preload: string, { isPackaged }: { readonly isPackaged: boolean }): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    // Chromium's spelling checker downloads its dictionaries from a server of its maker.
    spellcheck: false,
    // In an installed Fieldline nobody is talked into pasting a line into a console, where it would act with their session.
    devTools: !isPackaged,
  };
}
