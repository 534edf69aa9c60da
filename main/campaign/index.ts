/**
 * The campaign room: the organisation's space. It takes its founding, once in the life of a store, with the person
 * who becomes its owner, and its name; it gives what every screen shows of it. It refuses a second founding.
 */
import type { CallsOf, EngineEvent, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Clock } from '../clock/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Store, Tx } from '../store/index.ts';
import { findCampaign, insertCampaign, updateName } from './queries.ts';

interface CampaignParts {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly announce: (event: EngineEvent) => void;
  /** Makes the founder the first owner; people are another room of this floor, so the engine passes its verb. */
  readonly addOwner: (tx: Tx, person: { readonly firstName: string; readonly lastName: string }) => number;
}

export function campaignHandlers(parts: CampaignParts): Handlers<CallsOf<'campaign'>, Tx> {
  const { store, journal, clock, announce, addOwner } = parts;
  const changed = (): void => announce({ event: 'changed', room: 'campaign' });

  return {
    'campaign/read': () => {
      const { mode } = store;
      const row = store.look(findCampaign);
      return ok({ mode, campaign: row === undefined ? null : { name: row.name, mode, foundedAt: row.founded_at } });
    },

    'campaign/found': ({ tx }, { campaignName, firstName, lastName }) => {
      if (findCampaign(tx) !== undefined) return err(appError('campaign/already-founded'));
      const ownerId = addOwner(tx, { firstName, lastName });
      insertCampaign(tx, campaignName, clock.nowMs());
      journal.record(tx, {
        kind: 'campaign/founded',
        userId: ownerId,
        entityId: null,
        payload: { name: campaignName },
      });
      tx.afterCommit(changed);
      return ok({ ownerId });
    },

    'campaign/rename': ({ tx, actor }, { campaignName }) => {
      const before = findCampaign(tx);
      if (before === undefined) return err(appError('campaign/not-founded'));
      updateName(tx, campaignName);
      const payload = { from: before.name, to: campaignName };
      journal.record(tx, { kind: 'campaign/renamed', userId: actor.userId, entityId: null, payload });
      tx.afterCommit(changed);
      return ok({});
    },
  };
}
