import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Output } from '../../../shared/contract/index.ts';
import { type AppError, appError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type FieldName, mapColumns } from './columns.ts';
import { type FileProblem, findPhoneColumn, headBytes, isBlank, readFileHead } from './file-head.ts';

/** Rows that a person sees before deciding. */
const previewRows = 10;

/** Reads the head of a file and says what its columns seem to fill, by their names, and phones also by what is in them. */
export async function previewFile(
  path: string,
  fields: readonly FieldName[],
): Promise<Result<Output<'contacts/preview-import'>, AppError<FileProblem>>> {
  const fileName = basename(path);
  const read = await readHeadBytes(path).catch(() => null);
  if (read === null) return err(appError('contacts/file-unreadable', { file: fileName }));
  const head = readFileHead(path, read.bytes, read.bytes.length < headBytes);
  if (!head.ok) return head;
  const { header, rows } = head.value;
  const targets = mapColumns(header, fields);
  const phoneAt = targets.includes('phone') ? -1 : findPhoneColumn(head.value);
  if (phoneAt >= 0) targets[phoneAt] = 'phone';
  return ok({
    fileName,
    sizeBytes: read.sizeBytes,
    columns: header.map((name, index) => ({ header: name, target: targets[index] ?? null })),
    rows: rows
      .filter(({ cells }) => !isBlank(cells))
      .slice(0, previewRows)
      .map(({ cells }) => [...cells]),
  });
}

async function readHeadBytes(path: string): Promise<{ bytes: Buffer; sizeBytes: number }> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return { bytes: buffer.subarray(0, bytesRead), sizeBytes: (await file.stat()).size };
  } finally {
    await file.close();
  }
}
