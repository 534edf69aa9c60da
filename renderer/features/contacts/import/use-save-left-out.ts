import { useState } from 'react';
import type { AppError } from '../../../../shared/errors.ts';
import { useAppStore } from '../../../app/store.ts';
import { appErrorOf } from '../../../bridge/base-query.ts';
import { useChooseSaveFileMutation, useShowFileMutation } from '../../../bridge/rooms/files.ts';
import { sameSession } from '../../../bridge/session-slice.ts';
import { useIntent } from '../../../bridge/use-intent.ts';
import { useJob } from '../../../bridge/use-job.ts';
import { useExportLeftOutMutation } from '../contacts-api.ts';
import type { ChosenFile } from '../import-slice.ts';
import { exportOutcomeOf } from './import-outcome.ts';

export interface Saving {
  readonly save: () => Promise<void>;
  readonly isBusy: boolean;
  /** What was written, once it is. */
  readonly saved: { readonly rows: number; readonly name: string } | null;
  readonly show: () => void;
  readonly error: AppError | null;
}

/** Writes the rows that an import has left out into a file of the person's choice. */
export function useSaveLeftOut(importId: number, suggestedName: string): Saving {
  const { getState } = useAppStore();
  const [chooseFile, choosing] = useChooseSaveFileMutation();
  const [exportLeftOut, starting] = useExportLeftOutMutation();
  const [showFile, showing] = useShowFileMutation();
  const intent = useIntent();
  const [begun, setBegun] = useState<{ readonly file: ChosenFile; readonly jobId: number } | null>(null);
  const followed = useJob(begun?.jobId ?? null);
  const outcome = followed?.is === 'ended' ? exportOutcomeOf(followed.job) : null;
  const failure = choosing.error ?? starting.error ?? showing.error;
  const refusal =
    followed?.is === 'lost' ? followed.error : outcome !== null && 'error' in outcome ? outcome.error : null;
  return {
    isBusy: choosing.isLoading || starting.isLoading || followed?.is === 'running',
    saved:
      outcome !== null && 'rows' in outcome && begun !== null ? { rows: outcome.rows, name: begun.file.name } : null,
    error: failure === undefined ? refusal : appErrorOf(failure),
    show: () => void (begun && showFile({ token: begun.file.token })),
    save: async () => {
      const isSameSession = sameSession(getState);
      const { data: chosen } = await chooseFile({ suggestedName: fileNameOf(suggestedName) });
      if (!chosen?.file || !isSameSession()) return;
      const { token: file } = chosen.file;
      const input = { importId, file };
      const { data } = await exportLeftOut({ ...input, intentId: intent.of(input) });
      if (data === undefined) return;
      intent.done();
      setBegun({ file: chosen.file, jobId: data.jobId });
    },
  };
}

/** The name of a list as a file may be called on every system. */
function fileNameOf(name: string): string {
  return `${name
    .replace(/[^\p{L}\p{N} ._()-]+/gu, ' ')
    .trim()
    .slice(0, 100)}.csv`;
}
