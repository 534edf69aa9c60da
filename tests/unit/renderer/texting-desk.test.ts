import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canPutOff,
  currentOf,
  type Desk,
  type DeskContact,
  dueOf,
  editedOf,
  emptyDesk,
  isDone,
  needsMore,
} from '../../../renderer/features/texting/desk.ts';
import { advance, type DeskEvent } from '../../../renderer/features/texting/desk-events.ts';
import { figuresOf, placeOf } from '../../../renderer/features/texting/desk-figures.ts';
import { type AppError, appError } from '../../../shared/errors.ts';
import { deskContact } from '../../support/desk-contact.ts';

const deskAfter = (events: readonly DeskEvent[], desk: Desk = emptyDesk): Desk => events.reduce(advance, desk);
const contacts = (...ids: readonly number[]): DeskContact[] => ids.map((id) => deskContact(id));

const opened = (ids: readonly number[], { leftCount = ids.length, isLast = true } = {}): Desk =>
  deskAfter([
    { event: 'opened' },
    {
      event: 'brought',
      desk: contacts(...ids),
      leftCount,
      batch: { batchIds: [1], size: leftCount, texted: [] },
      isLast,
    },
  ]);

const pressOn = (assignmentId: number, text = `Hi ${assignmentId}`): DeskEvent => ({
  event: 'pressed',
  assignmentId,
  intentId: `intent ${assignmentId}`,
  text,
});
const askedFor = (assignmentId: number): DeskEvent => ({ event: 'asked', intentId: `intent ${assignmentId}` });
const textedTo = (assignmentId: number): DeskEvent => ({
  event: 'texted',
  intentId: `intent ${assignmentId}`,
});
const found = (text: string) => ({ text, isSetAside: false });
const optedOut = appError('outbox/opted-out');
const paused = appError('actions/paused');
const diskFull = appError('store/disk-full');

describe('a press', () => {
  it('shows the next contact before anything is answered', () => {
    const desk = deskAfter([pressOn(1)], opened([1, 2]));
    expect(currentOf(desk)).toEqual(deskContact(2));
    expect(dueOf(desk)).toMatchObject([{ contact: deskContact(1), text: 'Hi 1', standing: 'due' }]);
  });

  it('on somebody who is not shown does nothing', () => {
    const desk = opened([1, 2]);
    expect(advance(desk, pressOn(2))).toBe(desk);
  });

  it('keeps its intent and its words until it is answered', () => {
    const desk = deskAfter(
      [
        pressOn(1, 'my words'),
        askedFor(1),
        { event: 'unanswered', intentId: 'intent 1', error: diskFull },
        { event: 'resumed' },
      ],
      opened([1, 2]),
    );
    expect(dueOf(desk)).toMatchObject([{ intentId: 'intent 1', text: 'my words' }]);
  });

  it('is not asked again while the engine cannot take it', () => {
    const stalled = deskAfter(
      [pressOn(1), askedFor(1), { event: 'unanswered', intentId: 'intent 1', error: diskFull }, pressOn(2)],
      opened([1, 2, 3]),
    );
    expect(dueOf(stalled)).toEqual([]);
    expect(stalled.stall).toEqual(diskFull);
  });

  it('waits behind those before it when many are made at once', () => {
    const pressed = deskAfter(
      [1, 2, 3, 4, 5, 6].map((id) => pressOn(id)),
      opened([1, 2, 3, 4, 5, 6, 7]),
    );
    const asked = deskAfter(
      dueOf(pressed).map(({ intentId }) => ({ event: 'asked', intentId }) as const),
      pressed,
    );
    expect(asked.sending.map(({ standing }) => standing)).toEqual(['asked', 'asked', 'asked', 'asked', 'due', 'due']);
    expect(dueOf(asked)).toEqual([]);
    expect(dueOf(advance(asked, textedTo(2))).map(({ contact: { assignmentId } }) => assignmentId)).toEqual([5]);
  });
});

describe('a refusal', () => {
  it('tells of the contact as not texted and leaves the one who is texted now', () => {
    const desk = deskAfter(
      [pressOn(1), askedFor(1), { event: 'not-texted', intentId: 'intent 1', error: optedOut }],
      opened([1, 2]),
    );
    expect(desk.notTexted).toMatchObject([{ contact: deskContact(1), error: optedOut }]);
    expect(currentOf(desk)).toEqual(deskContact(2));
    expect(placeOf(desk)).toBe(2);
  });

  it('of everybody puts back all that was pressed and not taken, in their order and with changed words', () => {
    const desk = deskAfter(
      [
        pressOn(1),
        pressOn(2, 'my words'),
        pressOn(3),
        askedFor(1),
        askedFor(2),
        { event: 'halted', intentId: 'intent 1', error: paused },
        { event: 'halted', intentId: 'intent 2', error: paused },
      ],
      opened([1, 2, 3, 4]),
    );
    expect(desk.waiting.map(({ assignmentId }) => assignmentId)).toEqual([1, 2, 3, 4]);
    expect(desk).toMatchObject({ phase: 'refused', refusal: paused, sending: [], drafts: { 2: { text: 'my words' } } });
    expect(currentOf(desk)).toBeUndefined();
  });

  it('of everybody leaves the text that is being changed at this moment in front of the hands', () => {
    const refused = deskAfter(
      [
        pressOn(1),
        askedFor(1),
        { event: 'edited', assignmentId: 2, text: 'half a' },
        { event: 'halted', intentId: 'intent 1', error: paused },
      ],
      opened([1, 2, 3]),
    );
    expect(editedOf(refused)).toEqual(deskContact(2));
    expect(currentOf(refused)).toBeUndefined();
    expect(advance(refused, pressOn(2)).sending).toEqual([]);
    const goneOn = advance(refused, { event: 'gone-on' });
    expect(currentOf(goneOn)).toEqual(deskContact(2));
    expect(goneOn.waiting.map(({ assignmentId }) => assignmentId)).toEqual([2, 1, 3]);
  });

  it('of everybody leaves a press that the engine may already have as it is', () => {
    const desk = deskAfter(
      [
        pressOn(1),
        pressOn(2),
        askedFor(1),
        askedFor(2),
        { event: 'unanswered', intentId: 'intent 1', error: diskFull },
        { event: 'halted', intentId: 'intent 2', error: paused },
      ],
      opened([1, 2]),
    );
    expect(desk.sending).toMatchObject([{ intentId: 'intent 1', standing: 'unsure' }]);
    expect(desk.waiting).toEqual(contacts(2));
  });

  it('that other words can mend brings the contact back next, with the words that were refused', () => {
    const tooLong = appError('outbox/too-long');
    const desk = deskAfter(
      [
        pressOn(1, 'too much'),
        askedFor(1),
        { event: 'not-texted', intentId: 'intent 1', error: tooLong },
        { event: 'taken-up', assignmentId: 1 },
      ],
      opened([1, 2]),
    );
    expect(currentOf(desk)).toEqual(deskContact(1));
    expect(desk).toMatchObject({ notTexted: [], drafts: { 1: { text: 'too much' } } });
  });

  it.each([
    ['own words are kept beside it', 'my words', { 1: { contact: { text: 'Hi 1, again' }, text: 'my words' } }],
    ['the old script is nobody’s own words', 'Hi 1', {}],
  ])(
    'that only the script can mend brings the contact back next as the script reads now: %s',
    (_what, text, drafts) => {
      const anew = { ...deskContact(1), text: 'Hi 1, again' };
      const desk = deskAfter(
        [
          pressOn(1, text),
          askedFor(1),
          { event: 'not-texted', intentId: 'intent 1', error: appError('outbox/own-words') },
          { event: 'taken-up', assignmentId: 1, anew },
        ],
        opened([1, 2]),
      );
      expect(currentOf(desk)).toEqual(anew);
      expect(desk.notTexted).toEqual([]);
      expect(Object.keys(desk.drafts)).toEqual(Object.keys(drafts));
      expect(desk.drafts).toMatchObject(drafts);
    },
  );

  it('that was our fault can be repeated as the same press', () => {
    const desk = deskAfter(
      [
        pressOn(1),
        askedFor(1),
        { event: 'not-texted', intentId: 'intent 1', error: appError('internal/bug') },
        { event: 'repeated', assignmentId: 1 },
      ],
      opened([1, 2]),
    );
    expect(dueOf(desk)).toMatchObject([{ contact: deskContact(1), intentId: 'intent 1', text: 'Hi 1' }]);
  });
});

describe('own words of somebody who was not texted', () => {
  const bug = appError('internal/bug');
  const notTextedWith = (error: AppError): Desk =>
    deskAfter(
      [pressOn(1, 'my words'), askedFor(1), { event: 'not-texted', intentId: 'intent 1', error }],
      opened([1, 2]),
    );

  it('are in the editor again when they come back to the desk', () => {
    for (const event of ['opened', 'claiming'] as const) {
      const page: DeskEvent = {
        event: 'brought',
        desk: contacts(1, 2),
        leftCount: 2,
        batch: { batchIds: [1], size: 2, texted: [] },
        isLast: true,
      };
      const desk = deskAfter([{ event }, page], notTextedWith(bug));
      expect(editedOf(desk)).toEqual(deskContact(1));
      expect(desk.drafts[1]?.text).toBe('my words');
    }
  });

  it('are gone with whoever may not be texted any more', () => {
    expect(advance(notTextedWith(optedOut), { event: 'opened' }).drafts).toEqual({});
  });
});

describe('what was left behind', () => {
  const left = (id: number) => ({
    assignmentId: id,
    batchId: 1,
    contactId: id + 1_000,
    firstName: 'Ana',
    lastName: 'Reyes',
    text: 'my words',
    isChanged: true,
    intentId: `left ${id}`,
  });

  it('is asked again before what is pressed now, as the same press, and its contact is not shown', () => {
    const desk = deskAfter([pressOn(2), { event: 'left-behind', presses: [left(1)] }], opened([2, 1, 3]));
    expect(dueOf(desk).map(({ intentId }) => intentId)).toEqual(['left 1', 'intent 2']);
    expect(currentOf(desk)).toEqual(deskContact(3));
  });

  it('is not asked again for somebody whom a press of now is for', () => {
    const desk = deskAfter([pressOn(1), { event: 'left-behind', presses: [left(1)] }], opened([1, 2]));
    expect(desk.sending.map(({ intentId }) => intentId)).toEqual(['intent 1']);
  });

  const leftAndRefused = (error: AppError): Desk =>
    deskAfter([
      { event: 'left-behind', presses: [left(1)] },
      { event: 'asked', intentId: 'left 1' },
      { event: 'not-texted', intentId: 'left 1', error },
      { event: 'opened' },
    ]);

  it('and was refused before the desk was opened stays in sight, beside those who are on it', () => {
    const batch = { batchIds: [1], size: 3, texted: [] };
    const page: DeskEvent = { event: 'brought', desk: contacts(2, 3), leftCount: 2, batch, isLast: true };
    const desk = deskAfter([page], leftAndRefused(optedOut));
    expect(desk.notTexted).toMatchObject([{ error: optedOut, contact: { assignmentId: 1, firstName: 'Ana' } }]);
    expect(desk.waiting).toEqual(contacts(2, 3));
    expect([placeOf(desk), desk.total]).toEqual([2, 3]);
  });

  it('learns from the desk whom it is to, and its contact comes no second time', () => {
    const page: DeskEvent = {
      event: 'brought',
      desk: contacts(1, 2),
      leftCount: 2,
      batch: { batchIds: [1], size: 2, texted: [] },
      isLast: true,
    };
    const desk = deskAfter([page], leftAndRefused(appError('outbox/too-long', { length: 9, longest: 8 })));
    expect(desk.notTexted).toMatchObject([{ contact: deskContact(1), text: 'my words' }]);
    expect(desk.waiting).toEqual(contacts(2));
    expect([placeOf(desk), desk.total]).toEqual([2, 2]);
  });

  it('and may not be sent for now leaves its words to the desk that is opened next', () => {
    const halted = deskAfter([
      { event: 'left-behind', presses: [left(1)] },
      { event: 'asked', intentId: 'left 1' },
      { event: 'halted', intentId: 'left 1', error: paused },
    ]);
    expect(editedOf(halted)).toBeUndefined();
    const page: DeskEvent = {
      event: 'brought',
      desk: contacts(1, 2),
      leftCount: 2,
      batch: { batchIds: [1], size: 2, texted: [] },
      isLast: true,
    };
    const desk = deskAfter([{ event: 'opened' }, page], halted);
    expect(editedOf(desk)).toEqual(deskContact(1));
    expect(desk.drafts[1]?.text).toBe('my words');
  });

  it('ends the draft of before it', () => {
    const events: DeskEvent[] = [
      { event: 'drafts-found', found: { 1001: found('older') } },
      { event: 'left-behind', presses: [left(1)] },
    ];
    expect(deskAfter(events, opened([1, 2])).drafts).toEqual({});
  });

  it('as a draft is taken up by who is on the desk, and never in the place of newer words', () => {
    const desk = deskAfter(
      [
        { event: 'edited', assignmentId: 1, text: 'newer' },
        {
          event: 'drafts-found',
          found: { 1001: found('older'), 1002: found('kept'), 1099: found('of somebody else') },
        },
      ],
      opened([1, 2]),
    );
    expect(desk.drafts).toEqual({
      1: { contact: deskContact(1), text: 'newer' },
      2: { contact: deskContact(2), text: 'kept' },
    });
  });

  it('as a draft that was set aside stays so', () => {
    const found = { 1001: { text: 'kept', isSetAside: true } };
    const desk = deskAfter([{ event: 'drafts-found', found }], opened([1, 2]));
    expect(editedOf(desk)).toBeUndefined();
    expect(currentOf(desk)).toEqual(deskContact(1));
    expect(desk.drafts[1]?.text).toBe('kept');
  });
});

describe('a contact that is put off', () => {
  it('comes again at the end of the batch, and the place in it stays', () => {
    const putOff = advance(opened([1, 2, 3]), { event: 'put-off', assignmentId: 1, at: 1 });
    expect(currentOf(putOff)).toEqual(deskContact(2));
    expect(placeOf(putOff)).toBe(1);
    expect(currentOf(deskAfter([pressOn(2), pressOn(3)], putOff))).toEqual({ ...deskContact(1), putOffAt: 1 });
  });

  it('does not come again while others are still to be brought', () => {
    const desk = advance(opened([1], { leftCount: 2, isLast: false }), { event: 'put-off', assignmentId: 1, at: 1 });
    expect(currentOf(desk)).toBeUndefined();
    expect(isDone(desk)).toBe(false);
  });

  it('comes at the end when the desk is opened anew, in the order of the putting off, also over several pages', () => {
    const off = (id: number, putOffAt: number): DeskContact => ({ ...deskContact(id), putOffAt });
    const page = (desk: DeskContact[], isLast: boolean): DeskEvent => {
      return { event: 'brought', desk, leftCount: 4, batch: { batchIds: [1], size: 4, texted: [] }, isLast };
    };
    const desk = deskAfter([
      { event: 'opened' },
      page([off(1, 30), off(2, 10)], false),
      page([deskContact(3), off(4, 20)], true),
    ]);
    expect(desk.waiting).toEqual(contacts(3));
    expect(desk.later.map(({ assignmentId }) => assignmentId)).toEqual([2, 4, 1]);
    expect(placeOf(desk)).toBe(1);
    const again = deskAfter([pressOn(3), { event: 'put-off', assignmentId: 2, at: 40 }], desk);
    expect(again.later.map(({ assignmentId }) => assignmentId)).toEqual([4, 1, 2]);
  });

  it('cannot be the only one left', () => {
    expect(canPutOff(opened([1]))).toBe(false);
    expect(canPutOff(opened([1, 2]))).toBe(true);
  });
});

describe('the desk', () => {
  it('asks for more before it is empty, once at a time, and not when everybody has come', () => {
    const desk = opened([1, 2], { leftCount: 90, isLast: false });
    expect(needsMore(desk)).toBe(true);
    expect(needsMore(advance(desk, { event: 'bringing' }))).toBe(false);
    expect(needsMore(opened([1, 2]))).toBe(false);
  });

  it('does not take up again whom it knows when it is opened anew', () => {
    const events: DeskEvent[] = [
      pressOn(1),
      askedFor(1),
      textedTo(1),
      pressOn(2),
      { event: 'opened' },
      {
        event: 'brought',
        desk: contacts(2, 3),
        leftCount: 2,
        batch: { batchIds: [1], size: 3, texted: [1] },
        isLast: true,
      },
    ];
    const desk = deskAfter(events, opened([1, 2, 3]));
    expect(desk.waiting).toEqual(contacts(3));
    expect([figuresOf(desk).texted, placeOf(desk), desk.total]).toEqual([1, 3, 3]);
  });

  it('counts the batch as it was claimed, whoever of it was texted before this page was', () => {
    const batch = { batchIds: [1], size: 100, texted: [1, 2, 3] };
    const page: DeskEvent = { event: 'brought', desk: contacts(4, 5), leftCount: 97, batch, isLast: false };
    const desk = deskAfter([{ event: 'opened' }, page]);
    expect([figuresOf(desk).texted, placeOf(desk), desk.total]).toEqual([3, 4, 100]);
    const more: DeskEvent = { event: 'brought', desk: contacts(6), leftCount: 96, batch, isLast: false };
    const later = deskAfter([pressOn(4), askedFor(4), textedTo(4), more], desk);
    expect([figuresOf(later).texted, placeOf(later), later.total]).toEqual([4, 5, 100]);
  });

  it('counts those who were left out meanwhile as passed', () => {
    const batch = { batchIds: [1], size: 10, texted: [1, 2] };
    const page: DeskEvent = { event: 'brought', desk: contacts(5, 6), leftCount: 6, batch, isLast: false };
    const desk = deskAfter([{ event: 'opened' }, page]);
    const { texted, notTexted, leftOut } = figuresOf(desk);
    expect([texted, notTexted + leftOut, placeOf(desk), desk.total]).toEqual([2, 2, 5, 10]);
  });

  it('counts once what the engine has texted and has not answered yet', () => {
    const page: DeskEvent = {
      event: 'brought',
      desk: contacts(3),
      leftCount: 1,
      batch: { batchIds: [1], size: 3, texted: [1, 2] },
      isLast: true,
    };
    const underWay = deskAfter(
      [pressOn(1), pressOn(2), askedFor(1), askedFor(2), { event: 'opened' }],
      opened([1, 2, 3]),
    );
    const answeredMeanwhile = deskAfter([textedTo(1), page], underWay);
    expect([figuresOf(answeredMeanwhile).texted, placeOf(answeredMeanwhile)]).toEqual([1, 3]);
    const answered = advance(answeredMeanwhile, textedTo(2));
    expect([figuresOf(answered).texted, placeOf(answered)]).toEqual([2, 3]);
    // What was left behind is heard of after the desk was opened.
    const press = { assignmentId: 1, batchId: 1, contactId: 1_001, text: 'Hi 1', isChanged: false, intentId: 'left 1' };
    const left = { ...press, firstName: 'Ana', lastName: 'Reyes' };
    const leftBehind: DeskEvent[] = [
      { event: 'left-behind', presses: [left] },
      { event: 'asked', intentId: 'left 1' },
      { event: 'texted', intentId: 'left 1' },
    ];
    expect(figuresOf(deskAfter([{ event: 'opened' }, page, ...leftBehind])).texted).toBe(2);
  });

  it('keeps in sight whom the engine would not have texted when one leaves and comes back, and no longer', () => {
    const before = deskAfter(
      [pressOn(1), askedFor(1), { event: 'not-texted', intentId: 'intent 1', error: optedOut }],
      opened([1, 2, 3]),
    );
    const batch = { batchIds: [1], size: 3, texted: [] };
    const page: DeskEvent = { event: 'brought', desk: contacts(2, 3), leftCount: 2, batch, isLast: true };
    const desk = deskAfter([{ event: 'opened' }, page], before);
    expect(desk.notTexted).toMatchObject([{ error: optedOut }]);
    const { notTexted, leftOut } = figuresOf(desk);
    expect([notTexted + leftOut, placeOf(desk), desk.total]).toEqual([1, 2, 3]);
    expect(advance(desk, { event: 'claiming' }).notTexted).toEqual([]);
  });

  it('counts anew with each batch', () => {
    const first = deskAfter([pressOn(1), askedFor(1), textedTo(1)], opened([1]));
    expect(isDone(first)).toBe(true);
    const second = deskAfter(
      [
        { event: 'claiming' },
        {
          event: 'brought',
          desk: contacts(2, 3).map((one) => ({ ...one, batchId: 2 })),
          leftCount: 2,
          batch: { batchIds: [2], size: 2, texted: [] },
          isLast: true,
        },
      ],
      first,
    );
    expect(figuresOf(second).texted).toBe(0);
    expect(placeOf(second)).toBe(1);
    expect(second.total).toBe(2);
  });
});

/** What may happen at a desk, in any order; who is meant is drawn from those whom it can happen to. */
const happening = fc.record({
  what: fc.constantFrom(
    'press',
    'press',
    'press',
    'ask',
    'ask',
    'yes',
    'yes',
    'no',
    'halt',
    'lost',
    'resume',
    'off',
    'more',
    'mend',
    'reopen',
  ),
  who: fc.nat(),
});

it('never asks for an assignment under two intents without a refusal between, asks in the order of the presses, and drops nobody', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 120 }), fc.integer({ min: 1, max: 40 }), (happenings, size) => {
      const pageSize = 8;
      const everybody = Array.from({ length: size }, (_, n) => n + 1);
      /** The store's side: whose text it has, as the engine would know. */
      const kept = new Map<number, string>();
      const firstAsked: number[] = [];
      const pressOrder: number[] = [];
      const liveIntent = new Map<number, string>();
      const seenIntents = new Set<string>();
      let minted = 0;

      const page = (from: number): DeskEvent => {
        const left = everybody.filter((id) => !kept.has(id));
        const desk = left.filter((id) => id > from).slice(0, pageSize);
        return {
          event: 'brought',
          desk: contacts(...desk),
          leftCount: left.length,
          batch: { batchIds: [1], size, texted: [...kept.keys()] },
          isLast: desk.length < pageSize,
        };
      };
      let desk = deskAfter([{ event: 'opened' }, page(0)]);

      for (const { what, who } of happenings) {
        const pick = <One>(ones: readonly One[]): One | undefined => ones[who % Math.max(1, ones.length)];
        const asked = pick(desk.sending.filter(({ standing }) => standing === 'asked'));
        if (what === 'press') {
          const current = currentOf(desk);
          if (current === undefined) continue;
          minted += 1;
          const { assignmentId, text } = current;
          desk = advance(desk, { event: 'pressed', assignmentId, intentId: `${minted}`, text });
          pressOrder.push(minted);
        } else if (what === 'ask') {
          for (const { intentId, contact: one } of dueOf(desk)) {
            const live = liveIntent.get(one.assignmentId);
            expect(live === undefined || live === intentId).toBe(true);
            expect(kept.get(one.assignmentId) ?? intentId).toBe(intentId);
            liveIntent.set(one.assignmentId, intentId);
            if (!seenIntents.has(intentId)) firstAsked.push(Number(intentId));
            seenIntents.add(intentId);
            desk = advance(desk, { event: 'asked', intentId });
          }
        } else if (what === 'yes' && asked) {
          kept.set(asked.contact.assignmentId, asked.intentId);
          desk = advance(desk, { event: 'texted', intentId: asked.intentId });
        } else if (what === 'no' && asked && !kept.has(asked.contact.assignmentId)) {
          liveIntent.delete(asked.contact.assignmentId);
          desk = advance(desk, { event: 'not-texted', intentId: asked.intentId, error: appError('outbox/too-long') });
        } else if (what === 'halt' && asked && !kept.has(asked.contact.assignmentId)) {
          liveIntent.delete(asked.contact.assignmentId);
          for (const { standing, contact: one } of desk.sending) {
            if (standing === 'due') liveIntent.delete(one.assignmentId);
          }
          desk = advance(desk, { event: 'halted', intentId: asked.intentId, error: paused });
        } else if (what === 'lost' && asked) {
          // The engine may have kept it before its answer was lost.
          if (who % 2 === 0) kept.set(asked.contact.assignmentId, asked.intentId);
          desk = advance(desk, { event: 'unanswered', intentId: asked.intentId, error: diskFull });
        } else if (what === 'resume') {
          desk = advance(desk, { event: 'resumed' });
        } else if (what === 'off') {
          const current = currentOf(desk);
          if (current && canPutOff(desk))
            desk = advance(desk, { event: 'put-off', assignmentId: current.assignmentId, at: minted });
        } else if (what === 'more' && needsMore(desk)) {
          desk = advance(desk, page(desk.after ?? 0));
        } else if (what === 'mend') {
          const one = pick(desk.notTexted);
          if (one) desk = advance(desk, { event: 'taken-up', assignmentId: one.contact.assignmentId });
        } else if (what === 'reopen') {
          desk = deskAfter([{ event: 'opened' }, page(0)], desk);
        }

        const places = [
          ...desk.waiting.map(({ assignmentId }) => assignmentId),
          ...desk.later.map(({ assignmentId }) => assignmentId),
          ...desk.sending.map((one) => one.contact.assignmentId),
          ...desk.notTexted.map((one) => one.contact.assignmentId),
          ...desk.texted.map(({ assignmentId }) => assignmentId),
        ];
        expect(new Set(places).size).toBe(places.length);
        if (desk.isAll) expect([...places].sort((a, b) => a - b)).toEqual(everybody);
        expect(firstAsked).toEqual(pressOrder.filter((intent) => firstAsked.includes(intent)));
      }
    }),
    { numRuns: 300 },
  );
});

describe('words that one goes back to the script from', () => {
  const changed = (text: string): Desk =>
    deskAfter(
      [
        { event: 'edited', assignmentId: 1, text },
        { event: 'draft-set-aside', assignmentId: 1 },
      ],
      opened([1, 2]),
    );

  it('are kept, out of the editor, and are in it again when they are taken up', () => {
    const desk = changed('my words');
    expect(editedOf(desk)).toBeUndefined();
    expect(desk.drafts[1]?.text).toBe('my words');
    const again = advance(desk, { event: 'edited', assignmentId: 1, text: 'my words' });
    expect(editedOf(again)?.assignmentId).toBe(1);
  });

  it('are not kept where nothing was changed', () => {
    expect(changed(opened([1]).waiting[0]?.text ?? '').drafts).toEqual({});
  });

  it('are gone once the contact is texted with the script', () => {
    const desk = changed('my words');
    const text = desk.waiting[0]?.text ?? '';
    expect(advance(desk, { event: 'pressed', assignmentId: 1, intentId: 'one', text }).drafts).toEqual({});
  });
});

it('counts the texts that were kept since one sat down, also those of batches before', () => {
  const desk = deskAfter([pressOn(1), textedTo(1), pressOn(2), textedTo(2), { event: 'claiming' }], opened([1, 2]));
  expect(desk.sentCount).toBe(2);
});
