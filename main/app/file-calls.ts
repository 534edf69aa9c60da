import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { SomeAppHandlers } from './answer-call.ts';
import type { EngineHost } from './engine-host.ts';

export interface FileParts {
  readonly host: Pick<EngineHost, 'registerFile'>;
  readonly sampleList: string;
  /** Resolves with the path that the person chose, or null. */
  readonly askWhereToSave: (suggestedName: string) => Promise<string | null>;
  readonly showInFolder: (path: string) => void;
}

type Names = 'app/choose-save-file' | 'app/show-file' | 'app/offer-sample-list';

/** Files by token, as everywhere: the page learns a file's name, and never where it is. */
export function fileHandlers({ host, sampleList, askWhereToSave, showInFolder }: FileParts): SomeAppHandlers<Names> {
  /** Where files were saved. Those that were chosen to be read are not in here, so a page cannot have them shown. */
  const saved = new Map<string, string>();

  return {
    'app/choose-save-file': async ({ suggestedName }) => {
      const path = await askWhereToSave(suggestedName);
      if (path === null) return ok({ file: null });
      const token = await host.registerFile(path);
      saved.set(token, path);
      return ok({ file: { token, name: basename(path) } });
    },

    'app/show-file': ({ token }) => {
      const path = saved.get(token);
      if (path === undefined) return err(appError('serve/file-not-registered'));
      if (!existsSync(path)) return err(appError('app/file-gone'));
      showInFolder(path);
      return ok({});
    },

    'app/offer-sample-list': async () => {
      const token = await host.registerFile(sampleList);
      return ok({ file: { token, name: basename(sampleList) } });
    },
  };
}
