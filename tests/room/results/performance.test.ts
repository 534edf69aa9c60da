import { describe, expect, it } from 'vitest';
import { nobody, noPerformance } from '../../support/no-performance.ts';
import { openWorld } from './world.ts';

describe('the performance of an action', () => {
  it('that is a draft or still being laid out is empty', async () => {
    const world = await openWorld();
    const publishing = world.addAction('publishing');
    world.addContact(publishing, {}, { state: 'unassigned' });
    for (const actionId of [publishing, world.addAction('draft')])
      expect(await world.performance(actionId)).toEqual({ ok: true, value: noPerformance });
  });

  it('that nobody has texted in yet has all of its contacts before it', async () => {
    const world = await openWorld();
    const actionId = world.addAction();
    world.addContact(actionId, {}, { state: 'unassigned' });
    world.addContact(actionId, {}, { state: 'claimed' });
    const value = { ...noPerformance, contacts: 2, progress: { ...nobody, claimed: 1, unassigned: 1 } };
    expect(await world.performance(actionId)).toEqual({ ok: true, value });
  });

  it('that is half done tells where everybody is', async () => {
    const world = await openWorld();
    const actionId = world.addAction();
    world.addContact(actionId, {}, { state: 'unassigned' });
    world.addContact(actionId, {}, { state: 'left-out', reason: 'opted-out' });
    const answered = world.addContact(actionId);
    world.addText(actionId, answered, { status: 'delivered' });
    world.addReply(actionId, answered, 'Yes', 1);
    world.addText(actionId, answered, { kind: 'follow-up', status: 'sent', minute: 2 });
    const waitsForAnswer = world.addContact(actionId);
    world.addText(actionId, waitsForAnswer, { status: 'delivered' });
    world.addReply(actionId, waitsForAnswer, 'Who is this?', 1);
    const optedOut = world.addContact(actionId);
    world.addText(actionId, optedOut, { status: 'delivered' });
    world.addReply(actionId, optedOut, 'STOP', 1);
    world.optOut(optedOut, 'words');
    world.addText(actionId, world.addContact(actionId), { state: 'queued' });
    world.addText(actionId, world.addContact(actionId), { state: 'refused', refusalCode: 21610 });
    world.addText(actionId, world.addContact(actionId), { status: 'undelivered', errorCode: 30007 });
    world.addText(actionId, world.addContact(actionId), { status: 'undelivered', errorCode: 30003 });
    expect(await world.performance(actionId)).toEqual({
      ok: true,
      value: {
        contacts: 9,
        progress: { ...nobody, sent: 5, waiting: 1, stopped: 1, refused: 1, unassigned: 1 },
        initialMessages: 5,
        replied: 3,
        followUps: 1,
        optOuts: { inWords: 1, byHand: 0 },
        needsAttention: 1,
        delivered: 3,
        carrierErrors: 1,
        carrierFiltering: 1,
        safeguards: { 'opted-out': 1, 'carrier-21610': 1 },
        waiting: 1,
        withdrawn: 0,
      },
    });
  });

  it('that has ended keeps its counts, and what was withdrawn waits no more', async () => {
    const world = await openWorld();
    const actionId = world.addAction('ended');
    world.addContact(actionId, {}, { state: 'unassigned' });
    world.addText(actionId, world.addContact(actionId), { status: 'delivered' });
    world.addText(actionId, world.addContact(actionId), { state: 'cancelled', reason: 'action-ended' });
    const progress = { ...nobody, sent: 1, withdrawn: 1, unassigned: 1 };
    const value = { ...noPerformance, contacts: 3, progress, initialMessages: 1, delivered: 1, withdrawn: 1 };
    expect(await world.performance(actionId)).toEqual({ ok: true, value });
  });

  it('counts a contact once whose first text was withdrawn and who was texted after all', async () => {
    const world = await openWorld();
    const actionId = world.addAction();
    const contactId = world.addContact(actionId);
    world.addText(actionId, contactId, { state: 'cancelled', reason: 'by-person' });
    world.addText(actionId, contactId, { state: 'cancelled', reason: 'by-person' });
    const before = { contacts: 1, progress: { ...nobody, withdrawn: 1 }, withdrawn: 2 };
    expect(await world.performance(actionId)).toMatchObject({ value: before });
    world.addText(actionId, contactId);
    const after = { contacts: 1, progress: { ...nobody, sent: 1 }, initialMessages: 1, withdrawn: 2 };
    expect(await world.performance(actionId)).toMatchObject({ value: after });
  });

  it.each(['queued', 'sending', 'uncertain', 'needs-person'] as const)(
    'says of a text that is %s that it waits',
    async (state) => {
      const world = await openWorld();
      const actionId = world.addAction();
      world.addText(actionId, world.addContact(actionId), { state });
      expect(await world.performance(actionId)).toMatchObject({
        value: { progress: { ...nobody, waiting: 1 }, waiting: 1 },
      });
    },
  );

  it.each([
    ['words', { inWords: 1, byHand: 0 }],
    ['carrier', { inWords: 1, byHand: 0 }],
    ['texter', { inWords: 0, byHand: 1 }],
    ['list', { inWords: 0, byHand: 1 }],
  ])('counts an opt-out by %s once, and says how it was', async (source, optOuts) => {
    const world = await openWorld();
    const actionId = world.addAction();
    const contactId = world.addContact(actionId);
    world.addText(actionId, contactId);
    world.optOut(contactId, source);
    expect(await world.performance(actionId)).toMatchObject({ value: { optOuts } });
  });

  it.each(['words', 'texter'])('counts no opt-out by %s of a contact whom it never tried to text', async (source) => {
    const world = await openWorld();
    const actionId = world.addAction();
    const contactId = world.addContact(actionId);
    world.addText(actionId, contactId, { state: 'blocked', reason: 'opted-out' });
    world.optOut(contactId, source);
    const counted = await world.performance(actionId);
    expect(counted).toMatchObject({ value: { optOuts: { inWords: 0, byHand: 0 }, safeguards: { 'opted-out': 1 } } });
  });

  it.each(['refused', 'blocked', 'cancelled'] as const)('takes no %s follow-up for an answer', async (state) => {
    const world = await openWorld();
    const actionId = world.addAction();
    const contactId = world.addContact(actionId);
    world.addText(actionId, contactId);
    world.addReply(actionId, contactId, 'Yes', 1);
    world.addText(actionId, contactId, { kind: 'follow-up', state, minute: 2 });
    expect(await world.performance(actionId)).toMatchObject({ value: { needsAttention: 1 } });
  });

  it('needs an answer again when the contact writes after one', async () => {
    const world = await openWorld();
    const actionId = world.addAction();
    const contactId = world.addContact(actionId);
    world.addText(actionId, contactId);
    world.addReply(actionId, contactId, 'Yes', 1);
    world.addText(actionId, contactId, { kind: 'follow-up', minute: 2 });
    expect(await world.performance(actionId)).toMatchObject({ value: { needsAttention: 0 } });
    world.addReply(actionId, contactId, 'And when?', 3);
    expect(await world.performance(actionId)).toMatchObject({ value: { replied: 1, needsAttention: 1 } });
  });

  it('is not to be had of an action that does not exist', async () => {
    const world = await openWorld();
    expect(await world.performance(7)).toMatchObject({ error: { code: 'actions/not-found', kind: 'input' } });
  });
});
