import { slugOf } from '../../../shared/domain/slug.ts';
import { useAppStore } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useAddCustomFieldMutation } from '../../bridge/rooms/custom-fields.ts';
import { sameSession } from '../../bridge/session-slice.ts';
import { useIntents } from '../../bridge/use-intent.ts';
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
  const intents = useIntents();

  /** What the columns fill, with the custom fields that they name. A field that cannot be made is left out. */
  async function fillAll(preview: FilePreview, isSameSession: () => boolean) {
    const columns = [...targetsOf(preview, {})];
    for (const { index, header } of missingFields(preview)) {
      if (!isSameSession()) break;
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
    const isSameSession = sameSession(store.getState);
    /** Who has gone elsewhere meanwhile, or begun another import, is not taken back. */
    function isInSight(): boolean {
      const { place, import: imports } = store.getState();
      return isSameSession() && place.now === before.place.now && imports.now === before.import.now;
    }
    function refuse(error: Parameters<typeof appErrorOf>[0]): void {
      if (isInSight()) store.dispatch(fileRefused(appErrorOf(error)));
    }

    const offered = await offerSampleList();
    if (offered.error) return refuse(offered.error);
    if (!isSameSession()) return;
    const { file } = offered.data;
    const { data: preview } = await previewImport(file.token);
    // What cannot be imported as it stands is looked at like any other file.
    if (preview === undefined) return void (isInSight() && store.dispatch(fileChosen(file)));
    const columns = await fillAll(preview, isSameSession);
    if (!isSameSession()) return;
    const input = { file: file.token, listName: t('contacts.sampleName'), columns };
    const started = await startImport({ ...input, intentId: intents.of('import', input) });
    if (started.error) return refuse(started.error);
    intents.done('import', input);
    if (!isSameSession()) return;
    const { jobId } = started.data;
    store.dispatch(importStarted({ jobId, listName: input.listName, isInSight: isInSight() }));
  };
}
