import { useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { useAppSelector, useAppStore } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import type { ListedAction } from '../../bridge/rooms/actions.ts';
import { useChooseSaveFileMutation } from '../../bridge/rooms/files.ts';
import { sameSession } from '../../bridge/session-slice.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { useWords } from '../../words/index.ts';
import { useStartExportMutation } from './api.ts';
import { exportStarted, type Report } from './exports-slice.ts';
import { suggestedFileName } from './file-name.ts';

interface StartExport {
  readonly start: (report: Report) => Promise<void>;
  readonly isBusy: boolean;
  readonly error: AppError | null;
}

/** Asks where the spreadsheet shall be, and has it written there. */
export function useExport(action: ListedAction): StartExport {
  const { t } = useWords();
  const { dispatch, getState } = useAppStore();
  const format = useAppSelector(({ exports }) => exports.format);
  const [chooseFile] = useChooseSaveFileMutation();
  const [startExport] = useStartExportMutation();
  const intent = useIntent();
  const isBusy = useRef(false);
  const [isShownBusy, setShownBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function write(report: Report): Promise<AppError | null> {
    const { actionId, name } = action;
    const isSameSession = sameSession(getState);
    const suggestedName = suggestedFileName(name, t(`results.reports.${report}`).toLowerCase(), format, Date.now());
    const chosen = await chooseFile({ suggestedName });
    if (chosen.error !== undefined) return appErrorOf(chosen.error);
    const { file } = chosen.data;
    if (file === null || !isSameSession()) return null;
    const input = { actionId, report, format, file: file.token };
    const begun = await startExport({ ...input, intentId: intent.of(input) });
    if (begun.error !== undefined) return appErrorOf(begun.error);
    intent.done();
    if (isSameSession()) dispatch(exportStarted({ jobId: begun.data.jobId, actionId, file }));
    return null;
  }

  return {
    isBusy: isShownBusy,
    error,
    start: async (report) => {
      if (isBusy.current) return;
      isBusy.current = true;
      setShownBusy(true);
      setError(null);
      setError(await write(report));
      setShownBusy(false);
      isBusy.current = false;
    },
  };
}
