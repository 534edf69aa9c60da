import { randomInt } from 'node:crypto';
import type { CallsOf, EngineEvent, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Clock } from '../clock/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Store, Tx } from '../store/index.ts';
import { judgeSlug, listFields } from './fields.ts';
import { findCampaign, insertCampaign, insertField, updateName, updateSettings } from './queries.ts';
import { judgeChanges, settingsViewOf } from './settings.ts';

interface CampaignParts {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly announce: (event: EngineEvent) => void;
  /** Makes the founder the first owner; people are another room of this floor, so the engine passes its verb. */
  readonly addOwner: (tx: Tx, person: { readonly firstName: string; readonly lastName: string }) => number;
  /** Called once new settings are committed: what waits for texting hours or a lock is judged anew. */
  readonly onSettingsChanged?: () => void;
}

export function campaignHandlers(parts: CampaignParts): Handlers<CallsOf<'campaign'>, Tx> {
  const { store, journal, clock, announce, addOwner, onSettingsChanged } = parts;
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
      insertCampaign(tx, { name: campaignName, joinCode: mintJoinCode(), at: clock.nowMs() });
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

    'campaign/read-settings': () => {
      const row = store.look(findCampaign);
      if (row === undefined) return err(appError('campaign/not-founded'));
      return ok({ settings: settingsViewOf(row), joinCode: row.join_code });
    },

    'campaign/change-settings': ({ tx, actor }, { changes }) => {
      const row = findCampaign(tx);
      if (row === undefined) return err(appError('campaign/not-founded'));
      const judged = judgeChanges(settingsViewOf(row), changes);
      if (!judged.ok) return judged;
      const { after, changed: payload } = judged.value;
      if (Object.keys(payload).length === 0) return ok({ settings: after });
      updateSettings(tx, after);
      journal.record(tx, { kind: 'campaign/settings-changed', userId: actor.userId, entityId: null, payload });
      tx.afterCommit(changed);
      if (onSettingsChanged !== undefined) tx.afterCommit(onSettingsChanged);
      return ok({ settings: after });
    },

    'campaign/list-fields': () => ok({ fields: store.look(listFields) }),

    'campaign/add-field': ({ tx, actor }, { slug: typed, title }) => {
      const slug = judgeSlug(typed, listFields(tx));
      if (!slug.ok) return slug;
      const fieldId = insertField(tx, { slug: slug.value, title, at: clock.nowMs() });
      const payload = { slug: slug.value };
      journal.record(tx, { kind: 'campaign/field-added', userId: actor.userId, entityId: fieldId, payload });
      tx.afterCommit(changed);
      return ok({ fieldId });
    },
  };
}

/** Drawn, not counted: whoever knows one campaign's code cannot tell another's. */
function mintJoinCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
