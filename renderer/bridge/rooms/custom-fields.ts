import type { Given, Output } from '../../../shared/contract/index.ts';
import { api } from '../api.ts';
import { ask } from '../base-query.ts';

export type CustomField = Output<'campaign/list-fields'>['fields'][number];

/** What the campaign knows of contacts beyond names: settings and imports make fields, scripts and imports use them. */
export const customFieldsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listCustomFields: build.query<readonly CustomField[], void>({
      query: () => ask('campaign/list-fields', {}),
      transformResponse: ({ fields }: Output<'campaign/list-fields'>) => fields,
      providesTags: ['campaign'],
    }),
    addCustomField: build.mutation<Output<'campaign/add-field'>, Given<'campaign/add-field'>>({
      query: (input) => ask('campaign/add-field', input),
      invalidatesTags: ['campaign'],
    }),
  }),
});

export const { useListCustomFieldsQuery, useAddCustomFieldMutation } = customFieldsApi;
