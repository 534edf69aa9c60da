import { carrierFailures } from '../../shared/contract/carrier.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { SomeAppHandlers } from './answer-call.ts';
import type { Campaigns } from './campaigns.ts';
import { type CredentialsKeeper, endingsOf } from './credentials.ts';
import type { EngineHost } from './engine-host.ts';
import { judgeCredentials } from './typed-credentials.ts';

export interface CredentialParts {
  readonly campaigns: Pick<Campaigns, 'open'>;
  readonly keeper: CredentialsKeeper;
  readonly host: Pick<EngineHost, 'checkCredentials' | 'restart'>;
}

type Names = 'app/read-credentials' | 'app/save-credentials' | 'app/forget-credentials';

/** What the carrier can answer to credentials; anything else that the engine says is a bug. */
type CarrierFailure = AppError<(typeof carrierFailures)[number]>;

/** Credentials go one way: from the person who types them to the engine. What comes back are their last characters. */
export function credentialHandlers({ campaigns, keeper, host }: CredentialParts): SomeAppHandlers<Names> {
  return {
    'app/read-credentials': () => ok(keeper.view(campaigns.open)),

    'app/save-credentials': async (typed) => {
      const campaign = campaigns.open;
      if (campaign.mode !== 'live') return err(appError('app/not-live'));
      const judged = judgeCredentials(typed);
      if (!judged.ok) return judged;
      const credentials = judged.value;
      const checked = (await host.checkCredentials(credentials)) ?? err(appError('carrier/unreachable'));
      if (!checked.ok) {
        if (isCarrierFailure(checked.error)) return err(checked.error);
        throw new Error(`the engine cannot judge credentials: ${checked.error.code}`);
      }
      try {
        keeper.keep(campaign, credentials);
      } catch {
        // What was thrown is about the file; saying nothing of it keeps everything else out of the terminal, too.
        return err(appError('app/credentials-not-kept'));
      }
      // Unless somebody has opened another campaign meanwhile, which needs no other engine.
      if (campaigns.open.id === campaign.id) await host.restart();
      return ok({ credentials: endingsOf(credentials), ...checked.value, notice: keeper.view(campaign).notice });
    },

    'app/forget-credentials': async () => {
      keeper.forget(campaigns.open);
      if (campaigns.open.mode === 'live') await host.restart();
      return ok({});
    },
  };
}

function isCarrierFailure(error: AppError): error is CarrierFailure {
  return (carrierFailures as readonly string[]).includes(error.code);
}
