import type { Reader } from '../store/index.ts';
import { findScriptRow, type ScriptRow } from './queries.ts';

/** A text written beforehand. Its body was checked with the variables that the campaign had when it was written. */
export interface StoredScript {
  readonly scriptId: number;
  readonly name: string;
  readonly body: string;
}

export function storedScriptOf({ id, name, body }: ScriptRow): StoredScript {
  return { scriptId: id, name, body };
}

export function findScript(reader: Reader, scriptId: number): StoredScript | undefined {
  const row = findScriptRow(reader, scriptId);
  return row === undefined ? undefined : storedScriptOf(row);
}
