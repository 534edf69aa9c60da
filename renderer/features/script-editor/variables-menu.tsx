import { Button, Menu } from '@mantine/core';
import { Braces } from 'lucide-react';
import { useRef, useState } from 'react';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { ariaKeys } from '../../verbs/keys.ts';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { belowItsButton, makeRoomBelow } from './menu-below.ts';
import { useOfferedVariables } from './use-offered-variables.ts';
import { menuGroups, variableLabel } from './variable-words.ts';
import styles from './variables-menu.module.css';

interface VariablesMenuProps {
  /** The text that the key belongs to now, of several on the screen. */
  readonly isCurrent: boolean;
  readonly onInsert: (written: string) => void;
}

/** What can be filled in for each contact, by groups; what is chosen goes into the text at the cursor. */
export function VariablesMenu({ isCurrent, onInsert }: VariablesMenuProps) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  function open(isToBeOpen: boolean): void {
    if (isToBeOpen) makeRoomBelow(button.current);
    setIsOpen(isToBeOpen);
  }
  const { variables: offered, fields } = useOfferedVariables();
  const { label, keys } = useVerb({
    id: 'insert-variable',
    label: t('actions.scripts.insert'),
    keys: 'mod+/',
    isDisabled: !isCurrent,
    run: () => open(true),
  });
  const groups = menuGroups
    .map((group) => ({ group, variables: offered.filter((variable) => variable.group === group) }))
    .filter(({ variables }) => variables.length > 0);
  return (
    <Menu
      opened={isOpen}
      onChange={open}
      position="bottom-start"
      middlewares={belowItsButton}
      width={260}
      returnFocus={false}
      withinPortal
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          ref={button}
          className={styles.button}
          variant="default"
          size="compact-sm"
          leftSection={<Braces size={16} aria-hidden="true" />}
          rightSection={isCurrent && keys !== undefined ? <KeyHint keys={keys} /> : null}
          aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {groups.map(({ group, variables }, groupIndex) => (
          <div key={group} role="presentation">
            <Menu.Label>{t(`actions.scripts.groups.${group}`)}</Menu.Label>
            {variables.map(({ name, written }, index) => (
              <Menu.Item
                key={name}
                data-autofocus={(groupIndex === 0 && index === 0) || undefined}
                onClick={() => onInsert(written)}
              >
                <span className={styles.item}>
                  <span>{variableLabel(t, name, fields)}</span>
                </span>
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
