import { Button, Menu } from '@mantine/core';
import { FileText } from 'lucide-react';
import { useWords } from '../../words/index.ts';
import styles from './script-picker.module.css';
import { useListWrittenScriptsQuery } from './scripts-api.ts';

export interface WrittenScript {
  readonly name: string;
  readonly body: string;
}

/** Scripts of before, to begin with. What is chosen is copied: changing it here changes nothing elsewhere. */
export function ScriptPicker({ onPick }: { readonly onPick: (script: WrittenScript) => void }) {
  const { t } = useWords();
  const { data } = useListWrittenScriptsQuery();
  // Each copy is a script of its own, so the same words may have been kept many times; the latest name is theirs.
  const distinct = [...new Map([...(data?.scripts ?? [])].reverse().map((script) => [script.body, script])).values()];
  if (distinct.length === 0) return null;
  return (
    <Menu position="bottom-start" width={360} returnFocus={false} withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<FileText size={16} aria-hidden="true" />}>
          {t('actions.scripts.pick')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {distinct.reverse().map((script) => (
          <Menu.Item key={script.scriptId} onClick={() => onPick(script)}>
            <span className={styles.name}>{script.name}</span>
            <span className={styles.body}>{script.body}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
