import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { keysOfKeys } from '../../app/keys-dialog.tsx';
import { isAdmin } from '../../app/navigation.tsx';
import { wentTo } from '../../app/place-slice.ts';
import { Refresh } from '../../app/refresh.tsx';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { useReadStoreStatusQuery } from '../../bridge/rooms/store.ts';
import { HiddenWhereNarrow, VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { ariaKeys } from '../../verbs/keys.ts';
import { useVerb, useVerbRegistry } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { LineNews } from './line-news.tsx';
import { StatusPanel } from './status-panel.tsx';
import styles from './status-strip.module.css';
import { StatusSummary } from './status-summary.tsx';
import { useQueueStatus } from './use-queue-status.ts';
import { fewMegabytes } from './waiting.ts';

const keys = 'mod+.';

/** The panel ends before the key of its button, in pixels, and so beside the button that sends in the inbox. */
const panelOffset = { mainAxis: 8, crossAxis: -60 } as const;

/** The disk fills slowly, or so fast that the store says so itself. */
const diskReadingMs = 60_000;

/** The foot of the window: the line, what waits and why, and the list of keys. All of it opens from here. */
export function StatusStrip() {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const registry = useVerbRegistry();
  const status = useQueueStatus();
  const { data: store } = useReadStoreStatusQuery(undefined, { pollingInterval: diskReadingMs });
  const person = useAppSelector(({ session }) => session.session?.person);
  const [isOpen, setIsOpen] = useState(false);
  const show = useVerb({
    id: 'status-show',
    label: t('status.show'),
    keys,
    isOfFrame: true,
    run: () => setIsOpen(true),
  });
  const megabytesLeft = fewMegabytes(store?.freeBytes);
  const needsPerson = status?.needsPerson ?? 0;
  const mayDecide = person !== undefined && isAdmin(person);
  return (
    <footer className={styles.strip}>
      <LineNews line={status?.line} />
      <Popover
        opened={isOpen}
        onChange={setIsOpen}
        position="top-end"
        offset={panelOffset}
        trapFocus
        returnFocus
        // It would be called by the figures in the strip, which change.
        withRoles={false}
        width={440}
        classNames={{ dropdown: styles.panel ?? '' }}
        shadow="md"
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <UnstyledButton
            className={styles.summary}
            onClick={() => setIsOpen(!isOpen)}
            aria-keyshortcuts={ariaKeys(keys)}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            title={show.label}
          >
            <VisuallyHidden>{show.label}</VisuallyHidden>
            <StatusSummary status={status} megabytesLeft={megabytesLeft} />
            <span className={styles.keys} aria-hidden="true">
              <HiddenWhereNarrow>{t('status.title')}</HiddenWhereNarrow>
              <KeyHint keys={keys} />
            </span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={t('status.title')}>
          <StatusPanel
            status={status}
            megabytesLeft={megabytesLeft}
            mayDecide={mayDecide}
            onClose={() => setIsOpen(false)}
          />
        </Popover.Dropdown>
      </Popover>
      <Refresh />
      {needsPerson > 0 && mayDecide && (
        <UnstyledButton className={styles.person} onClick={() => void dispatch(wentTo({ screen: 'today' }))}>
          {t('status.needsPersonShort', { count: needsPerson, number: formats.number(needsPerson) })}
        </UnstyledButton>
      )}
      <UnstyledButton
        className={styles.allKeys}
        onClick={() => registry.run('shortcuts')}
        aria-keyshortcuts={ariaKeys(keysOfKeys)}
      >
        <HiddenWhereNarrow>{t('app.keysTitle')}</HiddenWhereNarrow>
        <KeyHint keys={keysOfKeys} />
      </UnstyledButton>
    </footer>
  );
}
