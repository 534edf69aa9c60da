import type { Tx } from '../store/index.ts';
import type { Group, MessageKind } from './queries.ts';

/**
 * Which groups may have queued rows: a little more than the truth, never less. A group is added when a row is queued and
 * taken off when it is found empty, so that picking the next text never looks at the whole queue.
 */
export interface Groups {
  /** After the commit, in the order of the calls: what is rolled back leaves the groups as they were. */
  addIn(tx: Tx, group: Group): void;
  removeIn(tx: Tx, group: Group): void;
  /** By kind, replies first; within a kind by texter and action. */
  flows(kind: MessageKind): readonly FlowOfGroups[];
  all(): Iterable<Group>;
  isEmpty(): boolean;
}

export interface FlowOfGroups {
  readonly actionId: number;
  readonly userId: number;
  readonly groups: readonly Group[];
}

/** @param queued the groups that have queued rows at the start. */
export function createGroups(queued: Iterable<Group>): Groups {
  const groups = new Map<string, Group>();
  const keyOf = ({ kind, numberId, actionId, userId, zoneSetId }: Group): string =>
    `${kind} ${numberId} ${actionId} ${userId} ${zoneSetId}`;
  let flows: Map<MessageKind, FlowOfGroups[]> | null = null;

  function add({ kind, numberId, actionId, userId, zoneSetId }: Group): void {
    const group = { kind, numberId, actionId, userId, zoneSetId };
    const key = keyOf(group);
    if (groups.has(key)) return;
    groups.set(key, group);
    flows = null;
  }

  for (const group of queued) add(group);

  return {
    addIn: (tx, group) => tx.afterCommit(() => add(group)),
    removeIn: (tx, group) =>
      tx.afterCommit(() => {
        if (groups.delete(keyOf(group))) flows = null;
      }),
    flows: (kind) => {
      flows ??= byFlow(groups.values());
      return flows.get(kind) ?? [];
    },
    all: () => groups.values(),
    isEmpty: () => groups.size === 0,
  };
}

function byFlow(groups: Iterable<Group>): Map<MessageKind, FlowOfGroups[]> {
  const flows = new Map<string, { kind: MessageKind; actionId: number; userId: number; groups: Group[] }>();
  for (const group of groups) {
    const { kind, actionId, userId } = group;
    const key = `${kind} ${actionId} ${userId}`;
    const flow = flows.get(key) ?? { kind, actionId, userId, groups: [] };
    flow.groups.push(group);
    flows.set(key, flow);
  }
  const kinds = new Map<MessageKind, FlowOfGroups[]>();
  for (const flow of flows.values()) kinds.set(flow.kind, [...(kinds.get(flow.kind) ?? []), flow]);
  return kinds;
}
