import type { Reader, Tx } from '../store/index.ts';

export interface ScriptRow {
  readonly id: number;
  readonly name: string;
  readonly body: string;
}

export function findScriptRow(reader: Reader, scriptId: number): ScriptRow | undefined {
  return reader.get<ScriptRow>('SELECT id, name, body FROM script WHERE id = ?', scriptId);
}

/** Newest first, from just below `before`. */
export function listScriptRows(reader: Reader, before: number | null, limit: number): ScriptRow[] {
  const select = 'SELECT id, name, body FROM script WHERE id < ? ORDER BY id DESC LIMIT ?';
  return reader.all<ScriptRow>(select, before ?? Number.MAX_SAFE_INTEGER, limit);
}

export function insertScript(tx: Tx, script: { name: string; body: string; userId: number; at: number }): number {
  return tx.run(
    `INSERT INTO script (name, body, created_by, created_at, changed_at) VALUES (:name, :body, :userId, :at, :at)`,
    script,
  ).id;
}

export function updateScript(tx: Tx, script: { scriptId: number; name: string; body: string; at: number }): void {
  tx.run('UPDATE script SET name = :name, body = :body, changed_at = :at WHERE id = :scriptId', script);
}
