import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

export type SaveFile = NonNullable<Output<'app/choose-save-file'>['file']>;

/** Files of this computer, which a page knows by name and token only. */
const filesApi = api.injectEndpoints({
  endpoints: (build) => ({
    chooseSaveFile: build.mutation<Output<'app/choose-save-file'>, Given<'app/choose-save-file'>>({
      query: (input) => ask('app/choose-save-file', input),
    }),
    showFile: build.mutation<Output<'app/show-file'>, Given<'app/show-file'>>({
      query: (input) => ask('app/show-file', input),
    }),
    showDataFolder: build.mutation<Output<'app/show-data-folder'>, void>({
      query: () => ask('app/show-data-folder', {}),
    }),
  }),
});

export const { useChooseSaveFileMutation, useShowFileMutation, useShowDataFolderMutation } = filesApi;
