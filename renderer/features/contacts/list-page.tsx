import { useState } from 'react';
import type { Given } from '../../../shared/contract/index.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useListContactsQuery } from '../../bridge/rooms/contacts.ts';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { type ContactsPage, type ContactView, rowsPerPage } from './contacts-api.ts';
import { ContactsTable } from './contacts-table.tsx';
import { OptOutDialog } from './opt-out-dialog.tsx';
import { useList } from './use-list.ts';
import { useListVerbs } from './use-list-verbs.ts';
import { usePageWindow } from './use-page-window.ts';

/** One list with everybody in it. */
export function ListPage({ listId }: { readonly listId: number }) {
  const { t, tell, formats } = useWords();
  const list = useList(listId);
  const pages = usePageWindow<ContactsPage, ContactView, Given<'contacts/list-contacts'>>({
    usePage: useListContactsQuery,
    inputFor: (after) => ({ listId, after, limit: rowsPerPage }),
    rowsOf: (page) => page.contacts,
  });
  const { rows: contacts, error } = pages;
  const [cursorKey, setCursorKey] = useState<number | null>(null);
  const [leaving, setLeaving] = useState<ContactView | null>(null);
  const current = contacts?.find(({ contactId }) => contactId === cursorKey);
  const optOut = useVerb({
    id: 'contacts-opt-out',
    label: t('contacts.optOut'),
    keys: 'o',
    isDisabled: current === undefined || current.optedOut,
    run: () => setLeaving(current ?? null),
  });
  const { back, report, makeAction } = useListVerbs(listId, list?.contactCount === 0);

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
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      {contacts === undefined && !error && <SkeletonRows label={t('app.loading')} />}
      {contacts !== undefined && pages.knownCount === 0 && (
        <Empty title={t('contacts.noContacts')} text={t('contacts.noContactsText')} />
      )}
      {contacts !== undefined && pages.knownCount > 0 && (
        <ContactsTable
          pages={pages}
          count={list?.contactCount}
          cursorKey={cursorKey}
          onCursor={({ contactId }) => setCursorKey(contactId)}
        />
      )}
      {leaving && <OptOutDialog key={leaving.contactId} contact={leaving} onClose={() => setLeaving(null)} />}
    </Screen>
  );
}
