import type { ImportOutcome } from '../../../shared/contract/contacts.ts';
import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

export type PageOfLists = Output<'contacts/list-lists'>;
export type ListView = Output<'contacts/list-lists'>['lists'][number];
export type ContactView = Output<'contacts/list-contacts'>['contacts'][number];
export type ContactsPage = Output<'contacts/list-contacts'>;
export type LeftOutPage = Output<'contacts/list-left-out'>;
export interface LeftOutPageInput {
  readonly importId: number;
  readonly after: number | null;
}
export type FilePreview = Output<'contacts/preview-import'>;
export type { ImportOutcome };

/** As many as the contract gives at once: a person who scrolls fast waits for few pages. */
export const rowsPerPage = 500;

/** The files that lists come from, and what was left out of them. */
export const contactsApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** What an import has left out stays as it was. */
    readLeftOutPage: build.query<LeftOutPage, LeftOutPageInput>({
      query: ({ importId, after }) => ask('contacts/list-left-out', { importId, after, limit: rowsPerPage }),
      // A table may have a million rows, so pages that are far from what is in sight are soon forgotten. In seconds.
      keepUnusedDataFor: 5,
    }),
    previewImport: build.query<FilePreview, string>({
      query: (file) => ask('contacts/preview-import', { file }),
    }),
    startImport: build.mutation<Output<'contacts/start-import'>, Given<'contacts/start-import'>>({
      query: (input) => ask('contacts/start-import', input),
      invalidatesTags: ['jobs'],
    }),
    exportLeftOut: build.mutation<Output<'contacts/export-left-out'>, Given<'contacts/export-left-out'>>({
      query: (input) => ask('contacts/export-left-out', input),
      invalidatesTags: ['jobs'],
    }),
    offerSampleList: build.mutation<Output<'app/offer-sample-list'>, void>({
      query: () => ask('app/offer-sample-list', {}),
    }),
  }),
});

export const {
  useReadLeftOutPageQuery,
  usePreviewImportQuery,
  useLazyPreviewImportQuery,
  useStartImportMutation,
  useExportLeftOutMutation,
  useOfferSampleListMutation,
} = contactsApi;
