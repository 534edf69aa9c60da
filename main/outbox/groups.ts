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
  /** By texter and action. A group is the same object for as long as it stays. */
  flows(kind: MessageKind): readonly FlowOfGroups[];
  all(): Iterable<Group>;
  /** Each that a group is of, once. There are thousands of groups, of a few actions and numbers. */
  actionIds(): ReadonlySet<number>;
  numberIds(): ReadonlySet<number>;
  isEmpty(): boolean;
}

export interface FlowOfGroups {
  readonly actionId: number;
  readonly userId: number;
  readonly groups: Iterable<Group>;
}

/** @param queued the groups that have queued rows at the start. */
export function createGroups(queued: Iterable<Group>): Groups {
  const groups = new Map<string, Group>();
  const flows = { initial: createFlows(), 'follow-up': createFlows() };
  const actionIds = createCounted();
  const numberIds = createCounted();
  const keyOf = ({ kind, numberId, actionId, userId, zoneSetId }: Group): string =>
    `${kind} ${numberId} ${actionId} ${userId} ${zoneSetId}`;

  function add({ kind, numberId, actionId, userId, zoneSetId }: Group): void {
    const group = { kind, numberId, actionId, userId, zoneSetId };
    const key = keyOf(group);
    if (groups.has(key)) return;
    groups.set(key, group);
    flows[kind].add(group);
    actionIds.add(actionId);
    numberIds.add(numberId);
  }

  function remove(named: Group): void {
    const key = keyOf(named);
    const group = groups.get(key);
    if (group === undefined) return;
    groups.delete(key);
    flows[group.kind].remove(group);
    actionIds.remove(group.actionId);
    numberIds.remove(group.numberId);
  }

  for (const group of queued) add(group);

  return {
    addIn: (tx, group) => tx.afterCommit(() => add(group)),
    removeIn: (tx, group) => tx.afterCommit(() => remove(group)),
    flows: (kind) => flows[kind].all(),
    all: () => groups.values(),
    actionIds: actionIds.all,
    numberIds: numberIds.all,
    isEmpty: () => groups.size === 0,
  };
}

interface Flows {
  add(group: Group): void;
  remove(group: Group): void;
  all(): readonly FlowOfGroups[];
}

function createFlows(): Flows {
  const flows = new Map<string, FlowOfGroups & { readonly groups: Set<Group> }>();
  const keyOf = ({ actionId, userId }: Group): string => `${actionId} ${userId}`;
  return {
    add: (group) => {
      const { actionId, userId } = group;
      const flow = flows.get(keyOf(group)) ?? { actionId, userId, groups: new Set<Group>() };
      flow.groups.add(group);
      flows.set(keyOf(group), flow);
    },
    remove: (group) => {
      const flow = flows.get(keyOf(group));
      flow?.groups.delete(group);
      if (flow?.groups.size === 0) flows.delete(keyOf(group));
    },
    all: () => [...flows.values()],
  };
}

/** A set in which each member stays until it was removed as often as it was added. */
function createCounted(): { add(id: number): void; remove(id: number): void; all(): ReadonlySet<number> } {
  const counts = new Map<number, number>();
  return {
    add: (id) => void counts.set(id, (counts.get(id) ?? 0) + 1),
    remove: (id) => {
      const count = (counts.get(id) ?? 0) - 1;
      if (count > 0) counts.set(id, count);
      else counts.delete(id);
    },
    all: () => new Set(counts.keys()),
  };
}
