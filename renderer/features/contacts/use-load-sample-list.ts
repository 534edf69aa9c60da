import { useAppDispatch } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { useWords } from '../../words/index.ts';
import {
  type FilePreview,
  useAddFieldToFillMutation,
  useLazyPreviewImportQuery,
  useOfferSampleListMutation,
  useStartImportMutation,
} from './contacts-api.ts';
import { fieldTarget, missingFields, slugOf, targetsOf, titleOf } from './import/column-choice.ts';
import { fileChosen, fileRefused, importStarted } from './import-slice.ts';

/** Imports the list that comes with Fieldline in one go, as a person would who takes every suggestion. */
export function useLoadSampleList(): () => Promise<void> {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const [offerSampleList] = useOfferSampleListMutation();
  const [previewImport] = useLazyPreviewImportQuery();
  const [addField] = useAddFieldToFillMutation();
  const [startImport] = useStartImportMutation();
  const intent = useIntent();

  /** What the columns fill, with the custom fields that they name. A field that cannot be made is left out. */
  async function fillAll(preview: FilePreview) {
    const columns = [...targetsOf(preview, {})];
    for (const { index, header } of missingFields(preview)) {
      const { data } = await addField({ intentId: mintIntentId(), slug: slugOf(header), title: titleOf(header) });
      if (data !== undefined) columns[index] = fieldTarget(data);
    }
    return columns;
  }

  return async () => {
    const offered = await offerSampleList();
    if (offered.error) return void dispatch(fileRefused(appErrorOf(offered.error)));
    const { file } = offered.data;
    const { data: preview } = await previewImport(file.token);
    // What cannot be imported as it stands is looked at like any other file.
    if (preview === undefined) return void dispatch(fileChosen(file));
    const input = { file: file.token, listName: t('contacts.sampleName'), columns: await fillAll(preview) };
    const started = await startImport({ ...input, intentId: intent.of(input) });
    if (started.error) return void dispatch(fileRefused(appErrorOf(started.error)));
    intent.done();
    dispatch(importStarted({ jobId: started.data.jobId, listName: input.listName }));
  };
}
