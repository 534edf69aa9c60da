/**
 * The people room: who works in this campaign and who is at this desktop. It takes a new person inside the
 * transaction that decides it, opens and ends sessions, and tells who acts with a token. It refuses tokens that have
 * ended, and a role higher than the one who gives it may give; it never stores a token.
 */
import type { Actor, EngineEvent, Role } from '../../shared/contract/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Store, Tx } from '../store/index.ts';
import { endSession, insertPerson, insertSession } from './queries.ts';
import { actorOf, hashToken, mintToken } from './sessions.ts';

export { peopleHandlers } from './calls.ts';
export { findPersonById, type Person } from './person.ts';

export interface People {
  /** Gives the person's id. Whether whoever adds may give this role is judged before. */
  addPerson(
    tx: Tx,
    person: {
      readonly firstName: string;
      readonly lastName: string;
      readonly role: Role;
      readonly addedBy: number | null;
    },
  ): number;
  /** Gives the session's token, which is not kept anywhere else. */
  openSession(userId: number): string;
  endSession(actor: Actor): void;
  /** Who acts with this token: `ended` when the session is over, null when there never was one. */
  actorOf(token: string): Actor | 'ended' | null;
}

export function createPeople(parts: {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly announce: (event: EngineEvent) => void;
}): People {
  const { store, journal, clock, announce } = parts;
  return {
    addPerson: (tx, { firstName, lastName, role, addedBy }) => {
      const userId = insertPerson(tx, { firstName, lastName, role, at: clock.nowMs() });
      journal.record(tx, { kind: 'people/added', userId: addedBy, entityId: userId, payload: { role } });
      tx.afterCommit(() => announce({ event: 'changed', room: 'people', ids: [userId] }));
      return userId;
    },
    openSession: (userId) => {
      const token = mintToken();
      store.write((tx) => {
        insertSession(tx, { tokenHash: hashToken(token), userId, at: clock.nowMs() });
        journal.record(tx, { kind: 'people/signed-in', userId, entityId: userId, payload: {} });
      });
      return token;
    },
    endSession: ({ sessionId, userId }) => {
      store.write((tx) => {
        if (!endSession(tx, sessionId, clock.nowMs())) return;
        journal.record(tx, { kind: 'people/signed-out', userId, entityId: userId, payload: {} });
      });
    },
    actorOf: (token) => store.look((reader) => actorOf(reader, token)),
  };
}
