import type { Role } from '../../shared/contract/index.ts';
import type { Reader, Tx } from '../store/index.ts';

export interface PersonRow {
  readonly id: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly role: Role;
}

const personColumns = 'user.id, first_name, last_name, role';

export function insertPerson(tx: Tx, person: { firstName: string; lastName: string; role: Role; at: number }): number {
  const insert = `INSERT INTO user (first_name, last_name, role, created_at) VALUES (:firstName, :lastName, :role, :at)`;
  return tx.run(insert, person).id;
}

export function findPersonRow(reader: Reader, userId: number): PersonRow | undefined {
  return reader.get<PersonRow>(`SELECT ${personColumns} FROM user WHERE id = ?`, userId);
}

/** Everybody who can sign in at this desktop, owners first, then by name. */
export function listPeople(reader: Reader): PersonRow[] {
  const order = `ORDER BY role = 'owner' DESC, role = 'admin' DESC, first_name, last_name, id LIMIT 1000`;
  return reader.all<PersonRow>(`SELECT ${personColumns} FROM user ${order}`);
}

export function insertSession(tx: Tx, session: { tokenHash: Uint8Array; userId: number; at: number }): number {
  return tx.run('INSERT INTO session (token_hash, user_id, opened_at) VALUES (:tokenHash, :userId, :at)', session).id;
}

export function findSession(
  reader: Reader,
  tokenHash: Uint8Array,
):
  | { readonly id: number; readonly user_id: number; readonly role: Role; readonly ended_at: number | null }
  | undefined {
  const select = `SELECT session.id, user_id, role, ended_at FROM session JOIN user ON user.id = user_id WHERE token_hash = ?`;
  return reader.get(select, tokenHash);
}

export function endSession(tx: Tx, sessionId: number, at: number): boolean {
  return tx.run('UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL', at, sessionId).changes === 1;
}
