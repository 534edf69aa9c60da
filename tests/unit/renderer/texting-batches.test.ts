import { describe, expect, it } from 'vitest';
import {
  type Desk,
  type DeskContact,
  editedOf,
  emptyDesk,
  isAtPutOff,
} from '../../../renderer/features/texting/desk.ts';
import { advance, type DeskEvent } from '../../../renderer/features/texting/desk-events.ts';
import { figuresOf } from '../../../renderer/features/texting/desk-figures.ts';
import { appError } from '../../../shared/errors.ts';
import { deskContact } from '../../support/desk-contact.ts';

const deskAfter = (events: readonly DeskEvent[], desk: Desk = emptyDesk): Desk => events.reduce(advance, desk);

const brought = (desk: readonly DeskContact[], size = desk.length, texted: number[] = []): DeskEvent => ({
  event: 'brought',
  desk,
  leftCount: desk.length,
  batch: { batchIds: [desk[0]?.batchId ?? 0], size, texted },
  isLast: true,
});
const pressOn = (assignmentId: number, text = `Hi ${assignmentId}`): DeskEvent[] => [
  { event: 'pressed', assignmentId, intentId: `intent ${assignmentId}`, text },
  { event: 'asked', intentId: `intent ${assignmentId}` },
];
const refusedTo = (assignmentId: number, code: 'outbox/opted-out' | 'outbox/too-long' | 'assignments/not-yours') =>
  ({ event: 'not-texted', intentId: `intent ${assignmentId}`, error: appError(code) }) as const;
const textedTo = (assignmentId: number): DeskEvent => ({
  event: 'texted',
  intentId: `intent ${assignmentId}`,
});
const ids = (contacts: readonly DeskContact[]): number[] => contacts.map(({ assignmentId }) => assignmentId);
const batch = (...all: number[]): DeskContact[] => all.map((id) => deskContact(id));
const opened = (...all: number[]): Desk => deskAfter([{ event: 'opened' }, brought(batch(...all))]);

describe('a refusal', () => {
  const again = [1, 2, 3].map((id) => deskContact(id, 2));

  it.each(['outbox/opted-out', 'outbox/too-long', 'assignments/not-yours'] as const)(
    'for %s ends with its batch: whoever is claimed again is fresh',
    (code) => {
      const refused = deskAfter([...pressOn(1), refusedTo(1, code)], opened(1, 2, 3));
      for (const event of ['opened', 'claiming'] as const) {
        const desk = deskAfter([{ event }, brought(again)], { ...refused, phase: 'unclaimed' });
        expect(ids(desk.waiting)).toEqual([1, 2, 3]);
        expect(desk.notTexted).toEqual([]);
        expect(figuresOf(desk)).toMatchObject({ total: 3, texted: 0, notTexted: 0, leftOut: 0, left: 3 });
      }
    },
  );

  it('of changed words of an earlier batch leaves them to whoever is claimed again', () => {
    const refused = deskAfter([...pressOn(1, 'my words'), refusedTo(1, 'outbox/too-long')], opened(1, 2));
    const desk = deskAfter([{ event: 'claiming' }, brought(again)], { ...refused, phase: 'refused' });
    expect(editedOf(desk)?.assignmentId).toBe(1);
    expect(desk.drafts[1]?.text).toBe('my words');
  });

  it('for good is over where the engine has the contact on the same desk after all', () => {
    const refused = deskAfter([...pressOn(1), refusedTo(1, 'assignments/not-yours')], opened(1, 2));
    expect(ids(deskAfter([{ event: 'opened' }, brought(batch(1, 2))], refused).waiting)).toEqual([1, 2]);
  });

  it('of somebody who is on the desk after all brings them behind whoever is in front of the hands', () => {
    const event = { ...refusedTo(1, 'assignments/not-yours'), anew: deskContact(1) };
    const desk = deskAfter([...pressOn(1, 'my words'), event], opened(1, 2, 3));
    expect(ids(desk.waiting)).toEqual([2, 1, 3]);
    expect(desk.drafts[1]?.text).toBe('my words');
  });
});

describe('the figures of a batch', () => {
  it('leave out what becomes of a press of an earlier one', () => {
    const left = { ...deskContact(9, 1), isChanged: false, intentId: 'intent 9' };
    const desk = deskAfter(
      [{ event: 'left-behind', presses: [left] }, { event: 'opened' }, brought([deskContact(1, 2), deskContact(2, 2)])],
      opened(),
    );
    const figures = { total: 2, texted: 0, underWay: 0, notTexted: 0, leftOut: 0, left: 2 };
    expect(figuresOf(desk)).toEqual(figures);
    expect(figuresOf(advance(desk, textedTo(9)))).toEqual(figures);
    expect(figuresOf(advance(desk, refusedTo(9, 'assignments/not-yours')))).toEqual(figures);
  });

  it('count once whoever was counted as texted and is asked for again', () => {
    const left = { ...deskContact(1), isChanged: false, intentId: 'intent 1' };
    const desk = deskAfter(
      [{ event: 'opened' }, brought(batch(2), 2, [1]), { event: 'left-behind', presses: [left] }],
      emptyDesk,
    );
    expect(figuresOf(desk)).toMatchObject({ texted: 0, underWay: 1, left: 1, total: 2 });
    expect(figuresOf(advance(desk, textedTo(1)))).toMatchObject({ texted: 1, underWay: 0, left: 1, total: 2 });
  });
});

describe('the rest of a batch that is taken back', () => {
  const gone: DeskEvent = { event: 'looked-at', batchIds: [1], batch: null };

  it('counts everybody who was not texted, also whoever is pressed in vain while that becomes known', () => {
    const desk = deskAfter([...pressOn(1), ...pressOn(2), textedTo(1), gone], opened(1, 2, 3, 4));
    expect(desk).toMatchObject({ phase: 'unclaimed', parting: { by: 'admin', count: 2 }, waiting: [] });
    const told = advance(desk, refusedTo(2, 'assignments/not-yours'));
    expect(told).toMatchObject({ parting: { by: 'admin', count: 3 }, notTexted: [] });
  });

  it('leaves the editor that is open, and whoever is claimed next comes then', () => {
    const before = opened(1, 2);
    const desk = deskAfter([{ event: 'edited', assignmentId: 1, text: 'half a' }, gone], before);
    expect(editedOf(desk)?.assignmentId).toBe(1);
    expect(figuresOf(desk)).toEqual(figuresOf(before));
    expect(editedOf(advance(desk, { event: 'claiming' }))).toBeUndefined();
  });

  it('is nothing that an answer for an earlier desk can tell', () => {
    const desk = opened(1, 2);
    expect(advance(desk, { event: 'looked-at', batchIds: [7], batch: null })).toBe(desk);
    expect(advance(desk, { event: 'looked-at', batchIds: [1], batch: { batchIds: [1], size: 2, texted: [] } })).toBe(
      desk,
    );
  });

  it('is seen as well when the next page comes from another batch', () => {
    const first = deskAfter([
      { event: 'opened' },
      { ...brought(batch(1), 60), leftCount: 60, isLast: false } as DeskEvent,
    ]);
    const desk = advance(first, { ...brought([deskContact(70, 2)], 60), isLast: true } as DeskEvent);
    expect(desk.parting).toEqual({ by: 'admin', count: 60 });
  });
});

it('counts of what is given back whoever could be texted, as the figures do, also with words that were refused', () => {
  const refused = [...pressOn(1), refusedTo(1, 'outbox/opted-out'), ...pressOn(2), refusedTo(2, 'outbox/too-long')];
  const desk = deskAfter([...refused, { event: 'giving-back' }, { event: 'given-back' }], opened(1, 2, 3, 4));
  expect(desk).toMatchObject({ phase: 'unclaimed', parting: { by: 'texter', count: 3 } });
});

describe('whoever was put off', () => {
  const putOff: DeskEvent[] = [
    { event: 'edited', assignmentId: 1, text: 'my words' },
    { event: 'draft-set-aside', assignmentId: 1 },
    { event: 'put-off', assignmentId: 1, at: 5 },
  ];

  it('comes with the script in front where words were set aside, and the words kept', () => {
    const desk = deskAfter([...putOff, ...pressOn(2)], opened(1, 2));
    expect(isAtPutOff(desk)).toBe(true);
    expect(editedOf(desk)).toBeUndefined();
    expect(desk.drafts[1]?.text).toBe('my words');
  });

  it('comes so after a restart, too, while a text that was being changed is in the editor again', () => {
    const page = brought([deskContact(1, 1, { putOffAt: 5 }), deskContact(2)]);
    const words = (text: string) => ({ text, isSetAside: false });
    const found: DeskEvent = { event: 'drafts-found', found: { 1001: words('my words'), 1002: words('half a') } };
    const desk = deskAfter([{ event: 'opened' }, page, found]);
    expect(editedOf(desk)?.assignmentId).toBe(2);
    expect(editedOf(deskAfter(pressOn(2, 'half a'), desk))).toBeUndefined();
  });
});
