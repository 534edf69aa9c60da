import { describe, expect, it } from 'vitest';
import type { ListedAction } from '../../../renderer/bridge/rooms/actions.ts';
import { firstStepsOf } from '../../../renderer/features/today/first-steps.ts';
import { inOrderOfWork, type OpenAction, openActionOf } from '../../../renderer/features/today/open-action.ts';

function listed(state: ListedAction['state'], actionId = 1): ListedAction {
  const dates = { createdAt: 0, publishedAt: null, endedAt: null };
  return { actionId, name: `Action ${actionId}`, state, listId: 1, listName: 'Harbor', ...dates };
}

function open(texted: number, more: Partial<OpenAction> = {}): OpenAction {
  return {
    ...openActionOf(listed('published'), { texted, unassigned: 5, claimed: 0, leftOut: 0 }),
    ...more,
  };
}

describe('the first steps', () => {
  it.each([
    ['nothing is there', false, [], [], 'list'],
    ['there is a list', true, [], [], 'action'],
    ['there is a draft', true, [listed('draft')], [], 'publish'],
    ['the action is being published', true, [listed('publishing')], [], 'text'],
    ['nobody has been texted', true, [listed('published')], [open(0)], 'text'],
    ['somebody has been texted', true, [listed('published')], [open(1)], null],
    ['an action has ended', true, [listed('ended')], [], null],
    ['the list is gone from sight, but an action was made of it', false, [listed('draft')], [], 'publish'],
  ] as const)('when %s go on with the next', (_situation, hasList, all, running, next) => {
    expect(firstStepsOf(hasList, { listed: all, open: running }).next).toBe(next);
  });

  it('are ticked off by what there is', () => {
    const { done } = firstStepsOf(true, { listed: [listed('draft')], open: [] });
    expect([...done]).toEqual(['list', 'action']);
  });
});

it('actions stand in the order of the work: begun by oneself, contacts left, contacts who wait for their hours, all texted, paused', () => {
  const through = open(9, { actionId: 2, unassigned: 0 });
  const paused = open(0, { actionId: 1, isPaused: true });
  const toText = open(3, { actionId: 3 });
  const tooEarly = open(3, { actionId: 4 });
  const begun = open(3, { actionId: 5, ownLeft: 2 });
  const pausedBegun = open(0, { actionId: 6, isPaused: true, ownLeft: 2 });
  const hours = { 3: { waiting: 4, opening: 4, opensAt: 0 }, 4: { waiting: 5, opening: 5, opensAt: 0 } };
  const all = [paused, pausedBegun, through, tooEarly, toText, begun];
  expect(inOrderOfWork(all, hours).map(({ actionId }) => actionId)).toEqual([5, 3, 4, 2, 1, 6]);
});
