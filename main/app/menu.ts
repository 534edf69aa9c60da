import { app, Menu } from 'electron';
import type { MenuVerb } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/sentences/index.ts';
import { menuWords } from './words.ts';

/** The page's own verbs, in the order of the rail. They have no keys here: those are the page's, which says them itself. */
const goVerbs = [
  'go-today',
  'go-contacts',
  'go-actions',
  'go-texting',
  'go-inbox',
  'go-results',
  'go-people',
  'go-settings',
] as const satisfies readonly MenuVerb[];

/**
 * Edit, view and leave: what every program has, under the names that people know; and where the page can go. `ask` hears
 * the verbs that are the page's.
 */
export function setMenu(language: Language, ask: (verb: MenuVerb) => void): void {
  const words = menuWords[language];
  const entry = (verb: MenuVerb) => ({ id: verb, label: words.verbs[verb], click: () => ask(verb) });
  const isMac = process.platform === 'darwin';
  const menu = Menu.buildFromTemplate([
    isMac
      ? { role: 'appMenu' }
      : { label: words.file, submenu: [{ role: 'quit', label: words.quit, accelerator: 'Ctrl+Q' }] },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        entry('refresh'),
        { role: 'forceReload', label: words.reload },
        { type: 'separator' },
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        // The plus is a shifted key on many keyboards, and people press it without the shift.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    {
      label: words.go,
      submenu: [...goVerbs.map(entry), { type: 'separator' }, entry('palette'), entry('shortcuts')],
    },
    // Where a Mac looks for closing and minimising a window.
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
  ]);
  Menu.setApplicationMenu(menu);
}
