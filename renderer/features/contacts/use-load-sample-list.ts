import { useState } from 'react';
import { slugOf } from '../../../shared/domain/slug.ts';
import { useAppStore } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { createIntents } from '../../bridge/intents.ts';
import { useAddCustomFieldMutation } from '../../bridge/rooms/custom-fields.ts';
import { useWords } from '../../words/index.ts';
import {
  type FilePreview,
  useLazyPreviewImportQuery,
  useOfferSampleListMutation,
  useStartImportMutation,
} from './contacts-api.ts';
import { fieldTarget, missingFields, targetsOf, titleOf } from './import/column-choice.ts';
import { fileChosen, fileRefused, importStarted } from './import-slice.ts';

/** Imports the list that comes with Fieldline in one go, as a person would who takes every suggestion. */
export function useLoadSampleList(): () => Promise<void> {
  const { t } = useWords();
  const store = useAppStore();
  const [offerSampleList] = useOfferSampleListMutation();
  const [previewImport] = useLazyPreviewImportQuery();
  const [addField] = useAddCustomFieldMutation();
  const [startImport] = useStartImportMutation();
  const [intents] = useState(() => createIntents());

  /** What the columns fill, with the custom fields that they name. A field that cannot be made is left out. */
  async function fillAll(preview: FilePreview) {
    const columns = [...targetsOf(preview, {})];
    for (const { index, header } of missingFields(preview)) {
      const field = { slug: slugOf(header), title: titleOf(header) };
      const { data } = await addField({ ...field, intentId: intents.of('field', field) });
      if (data === undefined) continue;
      intents.done('field', field);
      columns[index] = fieldTarget(data);
    }
    return columns;
  }

  return async () => {
    const before = store.getState();
    /** Who has gone elsewhere meanwhile, or begun another import, is not taken back. */
    function isInSight(): boolean {
      const { place, import: imports } = store.getState();
      return place.now === before.place.now && imports.now === before.import.now;
    }
    function refuse(error: Parameters<typeof appErrorOf>[0]): void {
      if (isInSight()) store.dispatch(fileRefused(appErrorOf(error)));
    }

    const offered = await offerSampleList();
    if (offered.error) return refuse(offered.error);
    const { file } = offered.data;
    const { data: preview } = await previewImport(file.token);
    // What cannot be imported as it stands is looked at like any other file.
    if (preview === undefined) return void (isInSight() && store.dispatch(fileChosen(file)));
    const input = { file: file.token, listName: t('contacts.sampleName'), columns: await fillAll(preview) };
    const started = await startImport({ ...input, intentId: intents.of('import', input) });
    if (started.error) return refuse(started.error);
    intents.done('import', input);
    const { jobId } = started.data;
    store.dispatch(importStarted({ jobId, listName: input.listName, isInSight: isInSight() }));
  };
}
