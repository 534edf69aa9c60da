/**
 * The worker of an import: it reads a file, judges each row and hands over what is ready to be written, in pieces. It
 * waits for the engine when two runs of them are on their way, so neither side ever holds more, whatever the length of
 * the file. It opens no store and changes nothing.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type AppError, appError } from '../../../shared/errors.ts';
import { createPacking } from './chunk.ts';
import { type FileProblem, headBytes, readFileHead } from './file-head.ts';
import { createRowJudge } from './judge-row.ts';
import type { ImportOrder, WorkerNews } from './messages.ts';
import { createRowReader } from './records.ts';
import { createRuns } from './runs.ts';
import { createTextReader } from './text.ts';

const blockBytes = 128 * 1024;

/** The worker's whole life. Called by its entry file. */
export async function readList(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('an import is read in a worker thread');
  const order = workerData as ImportOrder;
  const tell = (news: WorkerNews): void => port.postMessage(news);
  let file: FileHandle;
  try {
    file = await open(order.path, 'r');
  } catch {
    tell({ kind: 'refused', error: appError('contacts/file-unreadable', { file: basename(order.path) }) });
    port.close();
    return;
  }
  try {
    const problem = await readRows(file, order, tell, createTurns(port));
    if (problem !== null) tell({ kind: 'refused', error: problem });
  } finally {
    await file.close();
    port.close();
  }
}

/** Gives why the file cannot be used; null when it was read to its end. */
async function readRows(
  file: FileHandle,
  { path, columns }: ImportOrder,
  tell: (news: WorkerNews) => void,
  turns: Turns,
): Promise<AppError<FileProblem> | null> {
  const refusal = (code: FileProblem, line?: number) =>
    appError(code, { file: basename(path), ...(line !== undefined && { line }) });
  const read = async (block: Buffer): Promise<number | null> =>
    file.read(block, 0, block.length, null).then(
      ({ bytesRead }) => bytesRead,
      () => null,
    );

  let block = Buffer.alloc(headBytes);
  let length = await read(block);
  if (length === null) return refusal('contacts/file-unreadable');
  const head = readFileHead(path, block.subarray(0, length), length < headBytes);
  if (!head.ok) return head.error;
  const { delimiter, header, headerLine } = head.value;
  tell({ kind: 'head', header, sizeBytes: (await file.stat()).size });

  const text = createTextReader();
  const reader = createRowReader(delimiter);
  const judge = createRowJudge(columns, header.length);
  const runs = createRuns();
  const pack = createPacking();
  let rowsRead = 0;
  let bytesRead = 0;
  let handedAt = 0;
  const hand = async (isLast: boolean): Promise<void> => {
    handedAt = bytesRead;
    const pieces = runs.take(isLast);
    await turns.mine(pieces.length);
    for (const { rows, leftOut } of pieces) tell({ kind: 'rows', chunk: pack(rows, leftOut, { rowsRead, bytesRead }) });
  };

  while (length !== null) {
    bytesRead += length;
    const isLast = length === 0;
    const decoded = text.read(block.subarray(0, length), isLast);
    if (decoded.includes('\0')) return refusal('contacts/not-csv');
    for (const row of reader.read(decoded, isLast)) {
      // Blank lines above the header are no rows, nor is the header.
      if (headerLine !== null && row.line <= headerLine) continue;
      const judged = judge(row);
      if (judged === null) continue;
      rowsRead += 1;
      if (judged.ok) runs.keep(judged.value);
      else runs.leaveOut({ line: row.line, ...judged.error, cells: JSON.stringify(row.cells) });
    }
    if (runs.isFull(bytesRead - handedAt)) await hand(false);
    const tooLongAt = reader.tooLongAt();
    if (tooLongAt !== null) return refusal('contacts/line-too-long', tooLongAt);
    if (isLast) break;
    if (block.length !== blockBytes) block = Buffer.alloc(blockBytes);
    length = await read(block);
  }
  if (length === null) return refusal('contacts/file-unreadable');
  await hand(true);
  tell({ kind: 'end', rowsRead });
  return null;
}

interface Turns {
  /** Resolves when another run may be handed over, of so many pieces: when no more than the last one is on its way. */
  mine(pieces: number): Promise<void>;
}

function createTurns(port: MessagePort): Turns {
  let onTheirWay = 0;
  let ofLastRun = 0;
  let wake = (): void => {};
  // The engine has written a piece.
  port.on('message', () => {
    onTheirWay -= 1;
    wake();
  });
  return {
    mine: async (pieces) => {
      while (onTheirWay > ofLastRun) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      onTheirWay += pieces;
      ofLastRun = pieces;
    },
  };
}
