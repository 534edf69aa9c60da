/**
 * Everything that main answers the page, put together: who may ask is judged, and the handlers of all `app/` calls do
 * what is asked. It is loaded for the first of them, since it brings schemas of the contract along, and nobody needs
 * those to see a window.
 */
import { join } from 'node:path';
import { app, shell } from 'electron';
import { z } from 'zod';
import type { AppRequest } from '../../preload/bridge.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createAdmission } from './admission.ts';
import { type AppHandlers, answerAppCall } from './answer-call.ts';
import { askWhereToSave } from './ask-where-to-save.ts';
import { campaignHandlers } from './campaign-calls.ts';
import type { CampaignDesk } from './campaign-desk.ts';
import type { Campaigns } from './campaigns.ts';
import { credentialHandlers } from './credential-calls.ts';
import type { CredentialsKeeper } from './credentials.ts';
import { fileHandlers } from './file-calls.ts';
import type { NoteIncident } from './incidents.ts';
import { createIntents } from './intents.ts';

export interface AnswersParts {
  readonly campaigns: Campaigns;
  readonly keeper: CredentialsKeeper;
  readonly desk: CampaignDesk;
  readonly noteIncident: NoteIncident;
}

const request = z.object({
  name: z.string().max(100),
  input: z.unknown(),
  session: z.string().max(200).nullable(),
  opening: z.int().nullable(),
}) satisfies z.ZodType<AppRequest>;

/** Gives what answers a request of our own page. */
export function createAnswers(parts: AnswersParts): (asked: unknown) => Promise<Result<unknown, AppError>> {
  const { campaigns, keeper, desk, noteIncident } = parts;
  const handlers: AppHandlers = {
    'app/read-about': () => ok({ version: app.getVersion(), language: app.getLocale() }),
    ...campaignHandlers({ campaigns, switchTo: desk.switchTo, showFolder: (path) => shell.openPath(path) }),
    ...credentialHandlers({ campaigns, keeper, host: desk.host }),
    ...fileHandlers({
      host: desk.host,
      sampleList: sampleList(),
      askWhereToSave,
      showInFolder: (path) => shell.showItemInFolder(path),
    }),
  };
  const admit = createAdmission({ openingNow: () => campaigns.opening, identify: desk.host.identify });
  const answering = { handlers, admit, intents: createIntents(), noteIncident };
  return async (asked) => {
    const call = request.safeParse(asked).data;
    return call === undefined ? err(appError('serve/bad-request')) : answerAppCall(answering, call);
  };
}

/** It lies outside the archive of an installed application, where the engine's workers can read it. */
function sampleList(): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'sample-list.csv')
    : join(app.getAppPath(), 'resources', 'sample-list.csv');
}
