import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MessageEvent,
  type MessageState,
  messageEvents,
  messageStates,
  move,
  standingOf,
} from '../../../shared/domain/message-state.ts';

/** Every move that there is; all other pairs of state and event are forbidden. */
const allowed: readonly (readonly [MessageState, MessageEvent, MessageState])[] = [
  ['queued', 'claimed', 'sending'],
  ['queued', 'found', 'handed-over'],
  ['queued', 'deadline-passed', 'needs-person'],
  ['queued', 'number-lost', 'needs-person'],
  ['queued', 'safeguard-stopped', 'blocked'],
  ['queued', 'withdrawn', 'cancelled'],
  ['sending', 'accepted', 'handed-over'],
  ['sending', 'found', 'handed-over'],
  ['sending', 'refused', 'refused'],
  ['sending', 'not-accepted-proven', 'queued'],
  ['sending', 'unknown', 'uncertain'],
  ['uncertain', 'found', 'handed-over'],
  ['uncertain', 'absence-proven', 'queued'],
  ['uncertain', 'deadline-passed', 'needs-person'],
  ['blocked', 'found', 'handed-over'],
  ['needs-person', 'found', 'handed-over'],
  ['needs-person', 'requeued-by-person', 'queued'],
  ['needs-person', 'withdrawn', 'cancelled'],
  ['cancelled', 'found', 'handed-over'],
];
const pairs = messageStates.flatMap((state) => messageEvents.map((event) => [state, event] as const));
const someEvents = fc.array(fc.constantFrom(...messageEvents), { maxLength: 40 });

/** The states of a message to which the events happen in turn; forbidden ones change nothing. */
const lifeOf = (events: readonly MessageEvent[]): { event: MessageEvent; from: MessageState; to: MessageState }[] => {
  let state: MessageState = 'queued';
  return events.flatMap((event) => {
    const to = move(state, event);
    if (to === null) return [];
    const step = { event, from: state, to };
    state = to;
    return [step];
  });
};

describe('move', () => {
  it.each(allowed)('leads from %s by %s to %s', (state, event, next) => {
    expect(move(state, event)).toBe(next);
  });

  it('forbids everything else', () => {
    const isAllowed = (state: MessageState, event: MessageEvent) =>
      allowed.some(([from, by]) => from === state && by === event);
    const others = pairs.filter(([state, event]) => !isAllowed(state, event));
    expect(others.filter(([state, event]) => move(state, event) !== null)).toEqual([]);
    expect(others).toHaveLength(messageStates.length * messageEvents.length - allowed.length);
  });

  it('reaches every state from queued', () => {
    const reached = new Set<MessageState>(['queued']);
    for (const state of reached) {
      for (const event of messageEvents) {
        const next = move(state, event);
        if (next !== null) reached.add(next);
      }
    }
    expect([...reached].sort()).toEqual([...messageStates].sort());
  });

  it('comes to sending by a claim alone, and only from queued', () => {
    const ways = pairs.filter(([state, event]) => move(state, event) === 'sending');
    expect(ways).toEqual([['queued', 'claimed']]);
  });

  it('goes back to queued only by proof or by a person', () => {
    const ways = pairs.filter(([state, event]) => move(state, event) === 'queued').map(([, event]) => event);
    expect(ways).toEqual(['not-accepted-proven', 'absence-proven', 'requeued-by-person']);
  });

  it('never leaves handed-over, whatever happens', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const steps = lifeOf(events);
        expect(steps.filter((step) => step.from === 'handed-over')).toEqual([]);
      }),
    );
  });

  it('never calls the carrier twice without proof or a person in between', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        let mayBeCalled = true;
        for (const { event } of lifeOf(events)) {
          if (event === 'claimed') {
            expect(mayBeCalled).toBe(true);
            mayBeCalled = false;
          }
          if (['not-accepted-proven', 'absence-proven', 'requeued-by-person'].includes(event)) mayBeCalled = true;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('standingOf', () => {
  it('calls live exactly the states that a claim or a person can still send from', () => {
    const canBeSent = messageStates.filter(
      (state) => move(state, 'claimed') !== null || move(state, 'requeued-by-person') !== null,
    );
    expect(messageStates.filter((state) => standingOf(state) === 'live')).toEqual(canBeSent);
  });

  it('calls in doubt the states between the call and its settled answer', () => {
    expect(messageStates.filter((state) => standingOf(state) === 'in-doubt')).toEqual(['sending', 'uncertain']);
  });

  it('lets nothing but the proof that it was sent after all out of a final state', () => {
    const ways = pairs.filter(([state, event]) => standingOf(state) === 'final' && move(state, event) !== null);
    expect(ways).toEqual([
      ['blocked', 'found'],
      ['cancelled', 'found'],
    ]);
  });
});
