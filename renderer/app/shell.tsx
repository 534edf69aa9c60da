import { useEffect, useRef } from 'react';
import { appErrorOf } from '../bridge/base-query.ts';
import { useReadCampaignQuery } from '../bridge/rooms/campaign.ts';
import { useListSignInQuery } from '../bridge/rooms/people.ts';
import type { Person } from '../bridge/session-slice.ts';
import { FindContact } from '../features/contacts/find/find-contact.tsx';
import { FoundCampaign } from '../features/start/found-campaign.tsx';
import { OtherCampaigns } from '../features/start/other-campaigns.tsx';
import { SignIn } from '../features/start/sign-in.tsx';
import { EngineLine } from '../features/status/engine-line.tsx';
import { StatusStrip } from '../features/status/status-strip.tsx';
import { Badge } from '../ui/badge.tsx';
import { Mark } from '../ui/mark.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { useVerb } from '../verbs/verbs.tsx';
import { useWords } from '../words/index.ts';
import { useFocusInWork } from './frame-focus.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { useMenu } from './menu.ts';
import { isAdmin, Navigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { PersonMenu } from './person-menu.tsx';
import { wentBack } from './place-slice.ts';
import { CurrentScreen } from './screens.tsx';
import { useSettingsVerbs } from './settings-verbs.ts';
import styles from './shell.module.css';
import { useAppDispatch, useAppSelector } from './store.ts';
import { StoreProblem } from './store-problem.tsx';

/** The frame around every screen: whose campaign this is, whether it is practice, where one can go, and how things are. */
export function Shell() {
  const { t } = useWords();
  const { data } = useReadCampaignQuery();
  const person = useAppSelector(({ session }) => session.session?.person);
  const isFailed = useAppSelector(({ engine }) => engine.now.state === 'failed');
  const name = data?.campaign?.name;
  const main = useRef<HTMLElement>(null);
  useFocusInWork();
  useEffect(() => {
    document.title = name === undefined ? t('app.fieldline') : `${name} – ${t('app.fieldline')}`;
  }, [name, t]);
  const isAtWork = person !== undefined && data?.campaign != null && !isFailed;

  return (
    <div className={`${styles.shell} ${isAtWork ? '' : styles.isAlone}`}>
      {isAtWork && <SkipLink label={t('app.skip')} to={main} />}
      <div className={styles.side}>
        <header className={styles.header}>
          <Mark />
          <span className={styles.name}>{name ?? (data ? t('app.noCampaign') : t('app.fieldline'))}</span>
          {data?.mode === 'practice' && (
            <div className={styles.practice}>
              <Badge hint={t('app.practiceHint')}>{t('app.practice')}</Badge>
            </div>
          )}
        </header>
        {isAtWork && (
          <>
            <Palette />
            <Navigation person={person} />
            <PersonMenu person={person} />
          </>
        )}
      </div>
      <main className={styles.main} ref={main} tabIndex={-1}>
        {isAtWork ? <Work person={person} /> : <BeforeWork />}
      </main>
      <div className={styles.foot}>
        <EngineLine onSeen={() => main.current?.focus()} />
        {isAtWork && <StatusStrip />}
      </div>
    </div>
  );
}

function Work({ person }: { readonly person: Person }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const isFirst = useAppSelector(({ place }) => place.before.length === 0);
  useVerb({
    id: 'back',
    label: t('app.back'),
    keys: 'alt+ArrowLeft',
    isOfFrame: true,
    isDisabled: isFirst,
    run: () => void dispatch(wentBack()),
  });
  useMenu();
  useSettingsVerbs(person);
  return (
    <>
      <KeysDialog />
      {isAdmin(person) && <FindContact />}
      <CurrentScreen />
    </>
  );
}

/** What stands there until somebody can work: the founding, the signing in, or why neither is possible. */
function BeforeWork() {
  const { t } = useWords();
  const { data, error } = useReadCampaignQuery();
  // Asked beside the campaign and not after it: one way to the engine less, before anybody can begin.
  useListSignInQuery();
  const { now, refusal } = useAppSelector((state) => state.engine);
  return (
    <div className={styles.alone}>
      {now.state === 'failed' ? (
        <>
          <StoreProblem error={now.error} keepsTrying={false} />
          <OtherCampaigns />
        </>
      ) : data?.campaign ? (
        <SignIn campaignName={data.campaign.name} />
      ) : data ? (
        <>
          <FoundCampaign mode={data.mode} />
          <OtherCampaigns />
        </>
      ) : refusal ? (
        <>
          <StoreProblem error={refusal} keepsTrying />
          <OtherCampaigns />
        </>
      ) : error ? (
        <StoreProblem error={appErrorOf(error)} keepsTrying={false} />
      ) : (
        <div role="status">
          <h1 className={styles.opening}>{t('app.opening')}</h1>
        </div>
      )}
    </div>
  );
}
