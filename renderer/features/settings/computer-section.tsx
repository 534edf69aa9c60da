import { Button } from '@mantine/core';
import { isAdmin } from '../../app/navigation.tsx';
import { useAppSelector } from '../../app/store.ts';
import { useShowDataFolderMutation } from '../../bridge/rooms/files.ts';
import { useReadStoreStatusQuery } from '../../bridge/rooms/store.ts';
import { Figure, Figures } from '../../ui/figure.tsx';
import { useWords } from '../../words/index.ts';
import { useReadAboutQuery } from './computer-api.ts';
import styles from './computer-section.module.css';
import { sizeOf } from './data-size.ts';
import { Section } from './section.tsx';
import { StoreCheck } from './store-check.tsx';

/** By which Fieldline the campaign is kept, and for who looks after it, where, and whether its file is sound. */
export function ComputerSection() {
  const { t, formats } = useWords();
  const person = useAppSelector(({ session }) => session.session?.person);
  const looksAfterIt = person !== undefined && isAdmin(person);
  const { data: about } = useReadAboutQuery();
  const { data: store } = useReadStoreStatusQuery(undefined, { refetchOnMountOrArgChange: true });
  const [showDataFolder] = useShowDataFolderMutation();
  const written = (bytes: number) => {
    const { unit, value } = sizeOf(bytes);
    return t(`settings.computer.${unit}`, { number: formats.number(value) });
  };
  return (
    <Section name="computer">
      <Figures>
        {about && <Figure label={t('settings.computer.version')} value={about.version} />}
        {store && <Figure label={t('settings.computer.size')} value={written(store.sizeBytes)} />}
        {store && <Figure label={t('settings.computer.free')} value={written(store.freeBytes)} />}
      </Figures>
      {looksAfterIt && (
        <div className={styles.line}>
          <div className={styles.text}>
            <p className={styles.label}>{t('settings.computer.folder')}</p>
            <p className={styles.hint}>{t('settings.computer.folderHint')}</p>
          </div>
          <Button variant="default" onClick={() => void showDataFolder()}>
            {t('app.showFolder')}
          </Button>
        </div>
      )}
      {looksAfterIt && <StoreCheck />}
    </Section>
  );
}
