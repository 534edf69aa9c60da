import type { ImportOutcome } from '../../../shared/contract/contacts.ts';
import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../../bridge/api.ts';
import { ask } from '../../bridge/base-query.ts';

export type PageOfLists = Output<'contacts/list-lists'>;
export type ListView = Output<'contacts/list-lists'>['lists'][number];
export type ContactView = Output<'contacts/list-contacts'>['contacts'][number];
export type ContactsPage = Output<'contacts/list-contacts'>;
export type LeftOutPage = Output<'contacts/list-left-out'>;
export interface ContactsPageInput {
  readonly listId: number;
  readonly after: number | null;
}
export interface LeftOutPageInput {
  readonly importId: number;
  readonly after: number | null;
}
export type FilePreview = Output<'contacts/preview-import'>;
export type { ImportOutcome };

/** As many as the contract gives at once: a person who scrolls fast waits for few pages. */
const rowsPerPage = 500;
const listsPerPage = 100;

/** A table may have a million rows, so pages that are far from what is in sight are soon forgotten. In seconds. */
const keepPageFor = 5;

/** Lists, who is in them, and the files that they come from. */
export const contactsApi = api.injectEndpoints({
  endpoints: (build) => ({
    readListsPage: build.query<Output<'contacts/list-lists'>, number | null>({
      query: (before) => ask('contacts/list-lists', { before, limit: listsPerPage }),
      providesTags: ['contacts'],
      keepUnusedDataFor: keepPageFor,
    }),
    /** One list; null when it is not there, or not there yet. */
    readList: build.query<ListView | null, number>({
      query: (listId) => ask('contacts/list-lists', { before: listId + 1, limit: 1 }),
      transformResponse: ({ lists }: Output<'contacts/list-lists'>, _meta, listId) =>
        lists.find((list) => list.listId === listId) ?? null,
      providesTags: ['contacts'],
    }),
    readContactsPage: build.query<ContactsPage, ContactsPageInput>({
      query: ({ listId, after }) => ask('contacts/list-contacts', { listId, after, limit: rowsPerPage }),
      providesTags: ['contacts'],
      keepUnusedDataFor: keepPageFor,
    }),
    /** What an import has left out stays as it was. */
    readLeftOutPage: build.query<LeftOutPage, LeftOutPageInput>({
      query: ({ importId, after }) => ask('contacts/list-left-out', { importId, after, limit: rowsPerPage }),
      keepUnusedDataFor: keepPageFor,
    }),
    optOutContact: build.mutation<Output<'contacts/opt-out'>, Given<'contacts/opt-out'>>({
      query: (input) => ask('contacts/opt-out', input),
      invalidatesTags: ['contacts'],
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
    chooseLeftOutFile: build.mutation<Output<'app/choose-save-file'>, Given<'app/choose-save-file'>>({
      query: (input) => ask('app/choose-save-file', input),
    }),
    showLeftOutFile: build.mutation<Output<'app/show-file'>, Given<'app/show-file'>>({
      query: (input) => ask('app/show-file', input),
    }),
  }),
});

export const {
  useReadListsPageQuery,
  useReadListQuery,
  useReadContactsPageQuery,
  useReadLeftOutPageQuery,
  useOptOutContactMutation,
  usePreviewImportQuery,
  useLazyPreviewImportQuery,
  useStartImportMutation,
  useExportLeftOutMutation,
  useOfferSampleListMutation,
  useChooseLeftOutFileMutation,
  useShowLeftOutFileMutation,
} = contactsApi;
