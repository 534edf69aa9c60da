import { useState } from 'react';
import { appErrorOf } from '../../bridge/base-query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { type ContactView, usePageContactsInfiniteQuery, useReadListQuery } from './contacts-api.ts';
import { ContactsTable } from './contacts-table.tsx';
import { OptOutDialog } from './opt-out-dialog.tsx';
import { useListVerbs } from './use-list-verbs.ts';
import { usePages } from './use-pages.ts';

/** One list with everybody in it. */
export function ListPage({ listId }: { readonly listId: number }) {
  const { t, tell, formats } = useWords();
  const { data: list } = useReadListQuery(listId);
  const query = usePageContactsInfiniteQuery(listId);
  const { pages, onEnd } = usePages(query);
  const [cursorKey, setCursorKey] = useState<number | null>(null);
  const [leaving, setLeaving] = useState<ContactView | null>(null);
  const contacts = pages?.flatMap((page) => page.contacts);
  const current = contacts?.find(({ contactId }) => contactId === cursorKey);
  const optOut = useVerb({
    id: 'contacts-opt-out',
    label: t('contacts.optOut'),
    keys: 'o',
    isDisabled: current === undefined || current.optedOut,
    run: () => setLeaving(current ?? null),
  });
  const { back, report, makeAction } = useListVerbs(listId);

  return (
    <Screen
      title={list?.name ?? (list === null ? t('contacts.aList') : '')}
      lead={list && t('contacts.contactCount', { count: list.contactCount, number: formats.number(list.contactCount) })}
      width="list"
      tools={
        <>
          <VerbButton verb={back} variant="subtle" />
          {report && <VerbButton verb={report} variant="default" />}
          <span title={current === undefined ? t('contacts.chooseFirst') : undefined}>
            <VerbButton verb={optOut} variant="default" />
          </span>
          <VerbButton verb={makeAction} />
        </>
      }
    >
      {query.error && <Problem>{tell(appErrorOf(query.error))}</Problem>}
      {query.isLoading && <SkeletonRows label={t('app.loading')} />}
      {contacts?.length === 0 && <Empty title={t('contacts.noContacts')} text={t('contacts.noContactsText')} />}
      {contacts !== undefined && contacts.length > 0 && (
        <ContactsTable
          contacts={contacts}
          count={list?.contactCount}
          cursorKey={cursorKey}
          onCursor={({ contactId }) => setCursorKey(contactId)}
          onEnd={onEnd}
        />
      )}
      {leaving && <OptOutDialog contact={leaving} onClose={() => setLeaving(null)} />}
    </Screen>
  );
}
