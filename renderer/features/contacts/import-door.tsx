import { createContext, type DragEvent, type ReactNode, use, useRef, useState } from 'react';
import { useWords } from '../../words/index.ts';
import styles from './import-door.module.css';
import { useBeginImport } from './use-begin-import.ts';

/** What the file chooser offers first. It lets a person see all files, too. */
const fileEndings = '.csv,.tsv,.txt';

const Chooser = createContext<() => void>(() => undefined);

/** Opens the system's window in which a file is chosen. */
export const useChooseFile = (): (() => void) => use(Chooser);

/** Takes the file of an import, wherever on the screen it is dropped, or chosen from anywhere inside. */
export function ImportDoor({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const beginWith = useBeginImport();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who cannot drop a file chooses it by a key.
    <div
      className={styles.door}
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setIsOver(false);
      }}
      onDrop={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) void beginWith(file);
      }}
    >
      <Chooser value={() => input.current?.click()}>{children}</Chooser>
      <input
        ref={input}
        type="file"
        accept={fileEndings}
        aria-label={t('contacts.file')}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file === undefined) return;
          // The same file may be chosen again, when it has been mended.
          void beginWith(file).finally(() => {
            currentTarget.value = '';
          });
        }}
      />
      {isOver && (
        <div className={styles.over} aria-hidden="true">
          {t('contacts.dropNow')}
        </div>
      )}
    </div>
  );
}
