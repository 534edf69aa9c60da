import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTurns, type Flow, type Turns } from '../../../main/outbox/rules/fairness.ts';

const longestText = 10;

/** Serves the flow in front so often, all being always busy; gives the segments that each flow got. */
function serve(
  turns: Turns,
  flows: readonly Flow[],
  sizes: readonly number[],
  onEach?: (served: Map<Flow, number>) => void,
) {
  const served = new Map<Flow, number>(flows.map((flow) => [flow, 0]));
  for (const segments of sizes) {
    const [first] = turns.inTurn(flows);
    if (first === undefined) break;
    turns.charge(first, segments);
    served.set(first, (served.get(first) ?? 0) + segments);
    onEach?.(served);
  }
  return served;
}

function ofAction(served: Map<Flow, number>, actionId: number): number {
  return [...served].reduce((sum, [flow, segments]) => sum + (flow.actionId === actionId ? segments : 0), 0);
}

function texters(actionId: number, count: number): Flow[] {
  return Array.from({ length: count }, (_, n) => ({ actionId, userId: actionId * 1_000 + n }));
}

const anySizes = fc.array(fc.integer({ min: 1, max: longestText }), { maxLength: 300 });

describe('turns', () => {
  it('give nothing when nobody has anything to send', () => {
    expect(createTurns().inTurn([])).toEqual([]);
  });

  it('name every flow once, with all that the caller knows of it', () => {
    const flows = [
      { actionId: 2, userId: 1, numberId: 7 },
      { actionId: 1, userId: 1, numberId: 7 },
      { actionId: 2, userId: 1, numberId: 8 },
    ];
    expect(createTurns().inTurn(flows)).toEqual([flows[1], flows[0], flows[2]]);
  });

  it('serve two actions alike at every moment, however many texters each has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), anySizes, (few, many, sizes) => {
        serve(createTurns(), [...texters(1, few), ...texters(2, many)], sizes, (served) => {
          expect(Math.abs(ofAction(served, 1) - ofAction(served, 2))).toBeLessThanOrEqual(longestText);
        });
      }),
    );
  });

  it('serve the texters of an action alike at every moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), anySizes, (count, sizes) => {
        serve(createTurns(), [...texters(1, count), ...texters(2, 3)], sizes, (served) => {
          const got = texters(1, count).map((texter) => ofTexter(served, texter));
          expect(Math.max(...got) - Math.min(...got)).toBeLessThanOrEqual(longestText);
        });
      }),
    );
  });

  it('count segments, so that short texts are not held up by long ones', () => {
    const [long, short] = [...texters(1, 1), ...texters(2, 1)] as [Flow, Flow];
    const turns = createTurns();
    const texts = { long: 0, short: 0 };
    for (let n = 0; n < 110; n += 1) {
      const isLong = turns.inTurn([long, short])[0] === long;
      turns.charge(isLong ? long : short, isLong ? 10 : 1);
      texts[isLong ? 'long' : 'short'] += 1;
    }
    expect(texts).toEqual({ long: 10, short: 100 });
  });

  it('give an action no credit for the time in which it had nothing to send', () => {
    const [busy, returning] = [...texters(1, 1), ...texters(2, 1)] as [Flow, Flow];
    const turns = createTurns();
    turns.charge(returning, 1);
    serve(turns, [busy], Array(1_000).fill(1));
    const served = serve(turns, [busy, returning], Array(100).fill(1));
    expect(Math.abs((served.get(busy) ?? 0) - (served.get(returning) ?? 0))).toBeLessThanOrEqual(2);
  });

  it('give a texter no credit for a late start', () => {
    const [early, late] = texters(1, 2) as [Flow, Flow];
    const turns = createTurns();
    serve(turns, [early], Array(1_000).fill(1));
    const served = serve(turns, [early, late], Array(100).fill(1));
    expect(Math.abs((served.get(early) ?? 0) - (served.get(late) ?? 0))).toBeLessThanOrEqual(2);
  });

  it('keep what somebody owes who was away for a moment', () => {
    const [one, other] = texters(1, 2) as [Flow, Flow];
    const turns = createTurns();
    turns.charge(other, 1);
    turns.charge(one, 10);
    expect(turns.inTurn([other])).toEqual([other]);
    expect(turns.inTurn([one, other])[0]).toBe(other);
  });

  it('try a flow that is held up first each time, and let it have no burst when it is free again', () => {
    const [heldUp, free] = [...texters(1, 1), ...texters(2, 1)] as [Flow, Flow];
    const turns = createTurns();
    for (let n = 0; n < 500; n += 1) {
      const order = turns.inTurn([heldUp, free]);
      if (n > 0) expect(order).toEqual([heldUp, free]);
      turns.charge(free, 1);
    }
    const served = serve(turns, [heldUp, free], Array(20).fill(1));
    expect(Math.abs((served.get(heldUp) ?? 0) - (served.get(free) ?? 0))).toBeLessThanOrEqual(2);
  });

  it('try all texters of the action in front before the next action', () => {
    const turns = createTurns();
    const flows = [...texters(1, 2), ...texters(2, 2)];
    turns.charge(flows[0] as Flow, 1);
    turns.charge(flows[2] as Flow, 5);
    turns.charge(flows[0] as Flow, 1);
    expect(turns.inTurn(flows)).toEqual([flows[1], flows[0], flows[3], flows[2]]);
  });

  it('leave nobody out among more flows than are remembered for long', () => {
    const flows = [...texters(1, 1_500), ...texters(2, 1)];
    const served = serve(createTurns(), flows, Array(2 * 1_500).fill(1));
    expect([...served.values()].filter((segments) => segments === 0)).toEqual([]);
  });

  it('stay fair for those who are there after thousands have come and gone', () => {
    const turns = createTurns();
    for (const passing of texters(3, 5_000)) turns.charge(passing, 3);
    for (let actionId = 10; actionId < 3_000; actionId += 1) turns.charge({ actionId, userId: 1 }, 3);
    const flows = [...texters(1, 1), ...texters(2, 9)];
    const served = serve(turns, flows, Array(200).fill(1));
    expect(Math.abs(ofAction(served, 1) - ofAction(served, 2))).toBeLessThanOrEqual(2);
  });
});

function ofTexter(served: Map<Flow, number>, texter: Flow): number {
  for (const [flow, segments] of served) if (flow.userId === texter.userId) return segments;
  return 0;
}
