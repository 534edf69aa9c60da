import { Button, Select, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { longestName } from '../../../shared/contract/limits.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useListListsQuery } from '../../bridge/rooms/contacts.ts';
import { Card } from '../../ui/card.tsx';
import { focusInSight } from '../../ui/focus-in-sight.ts';
import { useWords } from '../../words/index.ts';
import type { Draft } from './draft.ts';
import styles from './draft-basics.module.css';
import { type DraftKey, draftChanged } from './drafts-slice.ts';
import type { FocusRequest } from './focus-request.ts';
import type { Lack } from './lacks.ts';
import { listsToChoose } from './lists-to-choose.ts';
import { NamesakeCaution } from './namesake-caution.tsx';
import { useGivenList } from './use-given-list.ts';

interface DraftBasicsProps {
  readonly draftKey: DraftKey;
  readonly draft: Draft;
  readonly lacks: (lack: Lack) => boolean;
  readonly focus: FocusRequest;
}

/** What the action is called, and whom it texts. */
export function DraftBasics({ draftKey, draft, lacks, focus }: DraftBasicsProps) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const { data } = useListListsQuery(listsToChoose);
  const nameField = useRef<HTMLInputElement>(null);
  const listField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus.count === 0) return;
    if (focus.target === 'name') focusInSight(nameField.current);
    if (focus.target === 'list') focusInSight(listField.current);
  }, [focus]);
  const lists = data?.lists ?? [];
  const isWithoutLists = data !== undefined && lists.every(({ contactCount }) => contactCount === 0);
  const isGiven = useGivenList(draftKey, draft, lists);
  return (
    <Card title={t('actions.basics')}>
      <div className={styles.fields}>
        <div className={styles.field}>
          <TextInput
            ref={nameField}
            label={t('actions.name')}
            description={t('actions.nameHint')}
            value={draft.name}
            onChange={({ currentTarget }) =>
              dispatch(draftChanged({ draftKey, change: { name: currentTarget.value } }))
            }
            error={lacks('name') ? t('actions.lackName') : null}
            maxLength={longestName}
            withAsterisk={false}
            required
            autoFocus
          />
          <NamesakeCaution draft={draft} />
        </div>
        <Select
          ref={listField}
          label={t('actions.list')}
          description={t(isGiven ? 'actions.listGiven' : 'actions.listHint')}
          placeholder={t('actions.listPlaceholder')}
          data={lists.map(({ listId, name, contactCount }) => ({
            value: String(listId),
            label: `${name} · ${t('actions.contacts', { count: contactCount, shown: formats.number(contactCount) })}`,
          }))}
          value={draft.listId === null ? null : String(draft.listId)}
          onChange={(value) =>
            dispatch(draftChanged({ draftKey, change: { listId: value === null ? null : Number(value) } }))
          }
          error={lacks('list') ? t('actions.lackList') : null}
          nothingFoundMessage={t('actions.noSuchList')}
          disabled={isWithoutLists && draft.listId === null}
          withAsterisk={false}
          searchable
          required
        />
      </div>
      {isWithoutLists && (
        <div className={styles.noLists}>
          <p>{t('actions.noLists')}</p>
          <Button variant="default" onClick={() => dispatch(wentTo({ screen: 'contacts' }))}>
            {t('actions.importList')}
          </Button>
        </div>
      )}
    </Card>
  );
}
