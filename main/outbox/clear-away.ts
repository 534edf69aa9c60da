import { findAction } from '../actions/index.ts';
import { findNumber } from '../numbers/index.ts';
import type { Reader, Tx } from '../store/index.ts';
import type { Changes } from './changes.ts';
import type { Groups } from './groups.ts';
import { findAny, type Group } from './queries.ts';

/**
 * Of actions that have ended and numbers that are gone nothing is left waiting. It is done group by group and a little at
 * a time, because an action may end with a hundred thousand texts in the queue.
 */
export interface Clearing {
  /** Whether texts of an ended action wait: they are withdrawn also while nothing can be sent. */
  isDue(reader: Reader): boolean;
  withdrawEnded(tx: Tx, atMost: number): number;
  /** Ended actions and lost numbers. Gives, as does `withdrawEnded`, how many texts it moved, at most `atMost`. */
  clear(tx: Tx, atMost: number): number;
}

type Why = 'action-ended' | 'number-lost';

export function createClearing(parts: {
  readonly accountId: string;
  readonly groups: Groups;
  readonly changes: Changes;
}): Clearing {
  const { accountId, groups, changes } = parts;

  function isEnded(reader: Reader, actionId: number): boolean {
    return findAction(reader, actionId)?.state === 'ended';
  }

  function endedOf(reader: Reader): ReadonlySet<number> {
    return new Set([...groups.actionIds()].filter((actionId) => isEnded(reader, actionId)));
  }

  /** Whether the account that we text through does not have the number (any more). */
  function isGone(reader: Reader, numberId: number): boolean {
    const number = findNumber(reader, numberId);
    return number === undefined || number.lostAt !== null || !number.canText || number.accountId !== accountId;
  }

  function moveAll(tx: Tx, atMost: number, whyOf: (group: Group) => Why | null): number {
    let moved = 0;
    for (const group of [...groups.all()]) {
      const why = whyOf(group);
      if (why === null) continue;
      for (let message = findAny(tx, group); message !== undefined; message = findAny(tx, group)) {
        if (moved >= atMost) return moved;
        moved += 1;
        if (why === 'action-ended') changes.withdraw(tx, message, why, null);
        else changes.askPerson(tx, message, why);
      }
      groups.removeIn(tx, group);
    }
    return moved;
  }

  return {
    isDue: (reader) => {
      for (const actionId of groups.actionIds()) if (isEnded(reader, actionId)) return true;
      return false;
    },
    withdrawEnded: (tx, atMost) => {
      const ended = endedOf(tx);
      return ended.size === 0
        ? 0
        : moveAll(tx, atMost, ({ actionId }) => (ended.has(actionId) ? 'action-ended' : null));
    },
    clear: (tx, atMost) => {
      const ended = endedOf(tx);
      const gone = new Set([...groups.numberIds()].filter((numberId) => isGone(tx, numberId)));
      if (ended.size === 0 && gone.size === 0) return 0;
      return moveAll(tx, atMost, ({ actionId, numberId }) => {
        if (ended.has(actionId)) return 'action-ended';
        return gone.has(numberId) ? 'number-lost' : null;
      });
    },
  };
}

/** There are thousands of groups, of a few actions and numbers. What is remembered holds for one transaction. */
export function remembered<Key, Value>(look: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = look(key);
    known.set(key, value);
    return value;
  };
}
