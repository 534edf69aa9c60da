import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/index.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 'md' | 'lg';
  /** A component of its own, so that it lives as long as the dialog is open; its last part is `DialogButtons`. */
  readonly children: ReactNode;
}

/** In pixels: beside each other, an act in either language and its way back have room with their keys. */
const widths = { md: 500, lg: 620 } as const;

/** The frame of a dialog. Escape is a verb of what is inside, with its key shown on the way back. */
export function Dialog({ isOpen, onClose, title, size = 'md', children }: DialogProps) {
  const { t } = useWords();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={widths[size]}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={styles.content}>{children}</div>
    </Modal>
  );
}
