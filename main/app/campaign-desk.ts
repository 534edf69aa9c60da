/**
 * Puts together what belongs to the open campaign: its engine, the carrier that the engine texts through, and the
 * windows on it. One campaign is open at a time, and nothing of it is left running when another is opened.
 */
import type { CarrierAccess } from '../../shared/contract/index.ts';
import type { Campaign, Campaigns, Mode } from './campaigns.ts';
import type { CredentialsKeeper } from './credentials.ts';
import { type EngineHost, hostEngine } from './engine-host.ts';
import type { EngineLinks } from './engine-links.ts';
import type { StartEngine } from './engine-process.ts';
import type { NoteIncident } from './incidents.ts';
import { hostPracticeCarrier } from './practice-carrier.ts';
import type { StartPractice } from './practice-process.ts';

export interface DeskParts {
  readonly campaigns: Campaigns;
  readonly keeper: Pick<CredentialsKeeper, 'read'>;
  readonly startEngine: StartEngine;
  readonly startPractice: StartPractice;
  readonly links: EngineLinks;
  readonly noteIncident: NoteIncident;
}

export interface CampaignDesk {
  readonly host: EngineHost;
  switchTo(campaign: Campaign): Promise<void>;
  /** Resolves when the engine has closed the store, and the practice carrier its book. */
  stop(): Promise<void>;
}

export function openDesk(parts: DeskParts): CampaignDesk {
  const { campaigns, keeper, links, noteIncident } = parts;
  const practice = hostPracticeCarrier(parts.startPractice, () => void host.restart(), noteIncident);

  /** The store's own mode decides, not the folder's name: a store is what it is, wherever it was moved. */
  async function carrierFor(mode: Mode): Promise<CarrierAccess | null> {
    const { open } = campaigns;
    if (mode === 'practice') {
      const access = await practice.connect(open.folder);
      if (access !== null) campaigns.notePracticeAccount(open.id, access.accountSid);
      return access;
    }
    const credentials = keeper.read(open);
    return credentials === null ? null : { ...credentials, url: null };
  }

  const host = hostEngine(parts.startEngine, {
    tell: links.tellWindows,
    carrierFor,
    accountComing: (mode) => (mode === 'practice' ? campaigns.practiceAccount(campaigns.open.id) : null),
    onNamed: (name) => campaigns.noteName(campaigns.open.id, name),
    noteIncident,
  });

  return {
    host,
    switchTo: (campaign) =>
      host.restart(async () => {
        await practice.leave();
        campaigns.choose(campaign);
        links.reloadWindows();
      }),
    async stop() {
      await host.stop();
      await practice.leave();
    },
  };
}
