import { useEffect } from 'react';
import { useAppDispatch } from '../../../app/store.ts';
import { appErrorOf } from '../../../bridge/base-query.ts';
import { useListCustomFieldsQuery } from '../../../bridge/rooms/custom-fields.ts';
import { Screen } from '../../../ui/screen.tsx';
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx';
import { useWords } from '../../../words/index.ts';
import { usePreviewImportQuery } from '../contacts-api.ts';
import { fileRefused, type ImportStep } from '../import-slice.ts';
import { ColumnsForm } from './columns-form.tsx';
import { FileStep } from './file-step.tsx';

export type ColumnsStepProps = Omit<Extract<ImportStep, { step: 'columns' }>, 'step'>;

/** Reads the head of the file, and asks for another when it is none that can be imported. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { data, error } = usePreviewImportQuery(props.file.token);
  const isNoList = error !== undefined && data === undefined;
  useEffect(() => {
    if (isNoList) dispatch(fileRefused(appErrorOf(error)));
  }, [isNoList, error, dispatch]);
  // A column may fill a field, and its name has to be there to be shown.
  const { data: fields = [], isLoading } = useListCustomFieldsQuery();
  if (isNoList) return null;
  if (error) return <FileStep error={appErrorOf(error)} />;
  if (data !== undefined && !isLoading) return <ColumnsForm {...props} preview={data} fields={fields} />;
  return (
    <Screen title={t('contacts.columnsTitle')}>
      <SkeletonRows label={t('app.loading')} />
    </Screen>
  );
}
