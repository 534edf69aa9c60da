import { appError } from '../../../shared/errors.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { bridge } from '../../bridge/bridge.ts';
import { fileChosen, fileRefused } from './import-slice.ts';

/** Begins an import with a file that somebody chose or dropped, from wherever on the screen that was. */
export function useBeginImport(): (file: File) => Promise<void> {
  const dispatch = useAppDispatch();
  const isOnList = useAppSelector(({ place }) => place.now.screen === 'contacts' && place.now.listId !== undefined);
  return async (file) => {
    const token = await bridge.fileToken(file).catch(() => null);
    if (isOnList) dispatch(wentTo({ screen: 'contacts' }));
    if (token === null) dispatch(fileRefused(appError('contacts/file-unreadable', { file: file.name })));
    else dispatch(fileChosen({ token, name: file.name }));
  };
}
