import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { SomeAppHandlers } from './answer-call.ts';
import type { Campaign, Campaigns } from './campaigns.ts';

export interface CampaignParts {
  readonly campaigns: Campaigns;
  /** Closes the open campaign and opens this one. */
  readonly switchTo: (campaign: Campaign) => Promise<void>;
  /** Shows a folder of the computer. */
  readonly showFolder: (path: string) => Promise<unknown>;
}

type Names = 'app/list-campaigns' | 'app/create-campaign' | 'app/open-campaign' | 'app/show-data-folder';

export function campaignHandlers({ campaigns, switchTo, showFolder }: CampaignParts): SomeAppHandlers<Names> {
  return {
    'app/list-campaigns': () => ok({ campaigns: campaigns.list() }),

    'app/create-campaign': async ({ mode }) => {
      const campaign = campaigns.begin(mode);
      await switchTo(campaign);
      return ok({ campaignId: campaign.id });
    },

    'app/open-campaign': async ({ campaignId }) => {
      const campaign = campaigns.find(campaignId);
      if (campaign === null) return err(appError('app/unknown-campaign'));
      if (campaign.id !== campaigns.open.id) await switchTo(campaign);
      return ok({});
    },

    'app/show-data-folder': async () => {
      const { folder } = campaigns.open;
      // A folder that the engine refuses is never made; its place is then the nearest thing to show. Resolves with a
      // message when the system has no program for folders; the person then sees that nothing opens.
      await showFolder(existsSync(folder) ? folder : dirname(folder));
      return ok({});
    },
  };
}
