/**
 * Whose turn it is. Takes the flows that have something to send, gives them in the order in which they should be tried,
 * and is told what was served. Actions share equally, in segments, however many texters each has; within an action its
 * texters share equally. It keeps no queues and refuses no flow: the one in front may be held up by its number or its
 * hours, and then the next one is tried.
 *
 * It is start-time fair queueing, on both levels. Each member has a mark, the segments it was served so far, and the
 * lowest mark goes first. Whoever was away begins where the others are, so that absence earns nothing.
 */

/** The texts of one texter in one action. */
export interface Flow {
  readonly actionId: number;
  readonly userId: number;
}

export interface Turns {
  /** The flows in the order in which they are to be tried now; those of one texter in one action in the order given. */
  inTurn<F extends Flow>(flows: Iterable<F>): F[];
  /** Notes that a text of the flow was served. */
  charge(flow: Flow, segments: number): void;
}

/** Above so many members, those are forgotten who are no better off than a newcomer. */
const manyMembers = 1_000;
/** The shares within an action are kept for so many actions, those that were served last. */
const mostActions = 1_000;

export function createTurns(): Turns {
  const actions = createShares();
  const textersByAction = new Map<number, Shares>();

  /** Those of the action, which from now on is the one that was asked for last. */
  function textersOf(actionId: number): Shares {
    const texters = textersByAction.get(actionId) ?? createShares();
    textersByAction.delete(actionId);
    textersByAction.set(actionId, texters);
    const [oldest] = textersByAction.keys();
    if (textersByAction.size > mostActions && oldest !== undefined) textersByAction.delete(oldest);
    return texters;
  }

  return {
    inTurn(flows) {
      const marked = Array.from(flows, (flow) => ({
        flow,
        ofAction: actions.markOf(flow.actionId),
        ofTexter: textersByAction.get(flow.actionId)?.markOf(flow.userId) ?? 0,
      }));
      // The action's number keeps the flows of one action together when two actions have the same mark.
      marked.sort((a, b) => a.ofAction - b.ofAction || a.flow.actionId - b.flow.actionId || a.ofTexter - b.ofTexter);
      return marked.map(({ flow }) => flow);
    },
    charge({ actionId, userId }, segments) {
      actions.charge(actionId, segments);
      textersOf(actionId).charge(userId, segments);
    },
  };
}

interface Shares {
  /** Where the member stands, in segments: never behind the one that was served last. */
  markOf(id: number): number;
  charge(id: number, segments: number): void;
}

function createShares(): Shares {
  const marks = new Map<number, number>();
  /** The mark that the last one served had before: whoever comes now, comes here. */
  let reached = 0;

  const markOf = (id: number): number => Math.max(reached, marks.get(id) ?? 0);

  /** Loses nothing: a member whose mark was reached stands where it would stand as a newcomer. */
  function forgetReached(): void {
    for (const [id, mark] of marks) if (mark <= reached) marks.delete(id);
  }

  return {
    markOf,
    charge(id, segments) {
      reached = markOf(id);
      marks.set(id, reached + segments);
      if (marks.size > manyMembers) forgetReached();
    },
  };
}
