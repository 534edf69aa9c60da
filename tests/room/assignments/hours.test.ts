import { describe, expect, it } from 'vitest';
import { countUnassignedIn } from '../../../main/assignments/queries.ts';
import { testStart } from '../../support/stores.ts';
import { plansOf } from './support/plans.ts';
import { zoneSets } from './support/seeds.ts';
import { openTextBank } from './support/text-bank.ts';

const hourMs = 60 * 60_000;

/** Three contacts where the campaign is, which is New York, then five in Chicago and two in either. */
const zoneSetOf = (index: number) =>
  index < 3 ? zoneSets.unknown : index < 8 ? zoneSets.chicago : zoneSets.chicagoOrNewYork;

async function publishTen() {
  const bank = await openTextBank({ contactCount: 10, zoneSetOf });
  const actionId = await bank.publish(bank.initialScriptIds);
  const session = bank.signIn('texter');
  /** @param at milliseconds after it is nine in Chicago and ten in New York */
  const readAt = async (at: number) => {
    bank.clock.setWallClock(testStart + at);
    const answer = await bank.call('assignments/read-hours', { actionId }, session);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  return { bank, actionId, session, readAt };
}

describe('who waits for texting hours', () => {
  it('is counted by the hours where each contact lives, with those that open next', async () => {
    const { readAt } = await publishTen();
    expect(await readAt(-2 * hourMs)).toEqual({ waiting: 10, opening: 3, opensAt: testStart - hourMs });
    expect(await readAt(-1)).toEqual({ waiting: 7, opening: 7, opensAt: testStart });
    expect(await readAt(0)).toEqual({ waiting: 0, opening: 0, opensAt: null });
    // Nine in the evening in New York: the next morning there is an hour before the one in Chicago.
    expect(await readAt(11 * hourMs)).toEqual({ waiting: 5, opening: 3, opensAt: testStart + 23 * hourMs });
  });

  it('is nobody who is on a desk or texted', async () => {
    const { bank, actionId, session, readAt } = await publishTen();
    bank.clock.setWallClock(testStart - 1);
    await bank.claim(actionId, session);
    expect(await readAt(-2 * hourMs)).toEqual({ waiting: 7, opening: 7, opensAt: testStart });
  });

  it('has no next time where the hours never hold in all zones of a contact', async () => {
    const { bank, readAt } = await publishTen();
    bank.store.write((tx) => {
      tx.run('UPDATE campaign SET start_minute = 540, end_minute = 600');
      tx.run('DELETE FROM assignment WHERE zone_set_id <> ?', zoneSets.chicagoOrNewYork);
    });
    expect(await readAt(0)).toEqual({ waiting: 2, opening: 0, opensAt: null });
  });

  it('is not told of an action that is not there', async () => {
    const { bank, session } = await publishTen();
    const answer = await bank.call('assignments/read-hours', { actionId: 9 }, session);
    expect(answer).toMatchObject({ error: { code: 'actions/not-found' } });
  });

  it('is counted in an index alone, a zone set at a time', async () => {
    const { bank, actionId } = await publishTen();
    expect(plansOf(bank.store, (reader) => countUnassignedIn(reader, actionId, [1, 2]))).toContain(
      'SEARCH assignment USING COVERING INDEX assignment_free (action_id=? AND zone_set_id=?)',
    );
  });
});
