import { NativeSelect } from '@mantine/core';
import type { ColumnTarget } from '../../../../shared/contract/contacts.ts';
import type { CustomField } from '../../../bridge/rooms/custom-fields.ts';
import { useWords } from '../../../words/index.ts';
import type { FilePreview } from '../contacts-api.ts';
import { examplesOf, isSecond, isTarget, newField } from './column-choice.ts';
import styles from './column-table.module.css';
import { TargetOptions } from './target-options.tsx';

/** Rows of the file that are shown for each of its columns. */
const examplesShown = 3;

interface ColumnTableProps {
  readonly preview: FilePreview;
  readonly targets: readonly (ColumnTarget | null)[];
  readonly fields: readonly CustomField[];
  readonly onChoose: (index: number, target: ColumnTarget | null) => void;
  /** Somebody wants a field that is not there yet for this column. */
  readonly onNewField: (index: number) => void;
}

/** One row for each column of the file: its header, what stands in its first rows, and what it fills. */
export function ColumnTable({ preview, targets, fields, onChoose, onNewField }: ColumnTableProps) {
  const { t } = useWords();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('contacts.inFile')}</th>
          <th scope="col">{t('contacts.firstRows')}</th>
          <th scope="col">{t('contacts.fills')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.columns.map(({ header }, index) => {
          const name = header || t('contacts.unnamedColumn', { number: index + 1 });
          const target = targets[index] ?? null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place; two may have one name.
            <tr key={index} className={target === null ? styles.leftOut : undefined}>
              <th scope="row" className={styles.header}>
                {name}
              </th>
              <td>
                <ul className={styles.examples}>
                  {examplesOf(preview, index, examplesShown).map((example, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                    <li key={at}>{example}</li>
                  ))}
                </ul>
              </td>
              <td>
                <NativeSelect
                  aria-label={t('contacts.columnFills', { column: name })}
                  value={target ?? ''}
                  onChange={({ currentTarget: { value } }) => {
                    if (value === newField) onNewField(index);
                    else onChoose(index, isTarget(value) ? value : null);
                  }}
                >
                  <TargetOptions fields={fields} />
                </NativeSelect>
                {isSecond(targets, index) && <p className={styles.hint}>{t('contacts.secondColumn')}</p>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
