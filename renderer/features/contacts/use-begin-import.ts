import { appError } from '../../../shared/errors.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppStore } from '../../app/store.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import { fileChosen, fileRefused } from './import-slice.ts';

/** Begins an import with a file that somebody chose or dropped, from wherever on the screen that was. */
export function useBeginImport(): (file: File) => Promise<void> {
  const { dispatch, getState } = useAppStore();
  const isHere = useIsHere();
  return async (file) => {
    const token = await bridge.fileToken(file).catch(() => null);
    if (!isHere()) return;
    const { now } = getState().place;
    if (now.screen === 'contacts' && now.listId !== undefined) dispatch(wentTo({ screen: 'contacts' }));
    if (token === null) dispatch(fileRefused(appError('contacts/file-unreadable', { file: file.name })));
    else dispatch(fileChosen({ token, name: file.name }));
  };
}
