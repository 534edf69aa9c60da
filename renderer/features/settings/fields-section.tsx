import { Table } from '@mantine/core';
import { fieldVariable } from '../../../shared/domain/script-variables.ts';
import { useListCustomFieldsQuery } from '../../bridge/rooms/custom-fields.ts';
import { useWords } from '../../words/index.ts';
import { AddField } from './add-field.tsx';
import styles from './fields-section.module.css';
import { Section } from './section.tsx';

/** What the campaign knows of contacts beyond names. */
export function FieldsSection() {
  const { t } = useWords();
  const { data: fields } = useListCustomFieldsQuery();
  if (fields === undefined) return null;
  return (
    <Section name="fields" lead={t('settings.fields.lead')}>
      {fields.length === 0 ? (
        <p className={styles.none}>{t('settings.fields.none')}</p>
      ) : (
        <div className={styles.scrolls}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('settings.fields.field')}</Table.Th>
                <Table.Th>{t('settings.fields.variable')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {fields.map(({ fieldId, title, slug }) => (
                <Table.Tr key={fieldId}>
                  <Table.Td className={styles.title}>{title}</Table.Td>
                  <Table.Td>
                    <code className={styles.variable}>{fieldVariable(slug)}</code>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <AddField />
    </Section>
  );
}
