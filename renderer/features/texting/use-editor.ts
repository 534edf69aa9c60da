import { useState } from 'react';
import { useAppSelector } from '../../app/store.ts';
import { editedOf } from './desk.ts';

/** The editor of one desk, in which somebody changes a text. */
export interface Editor {
  readonly isOpen: boolean;
  /** Own words are not sent any more: what stands in it can be read and left, and stays kept. */
  readonly isHeld: boolean;
  /** Leaves one that is held. */
  readonly leave: () => void;
}

/**
 * Where only written scripts are sent no editor opens, whatever was changed before. One that is open when an admin decides
 * so stays until it is left: its letters would be keys.
 */
export function useEditor(actionId: number, mayReword: boolean): Editor {
  const editedId = useAppSelector(({ texting }) => {
    const desk = texting[actionId];
    return (desk && editedOf(desk)?.assignmentId) ?? null;
  });
  const [openId, setOpenId] = useState<number | null>(null);
  if (mayReword && openId !== editedId) setOpenId(editedId);
  const isOpen = editedId !== null && (mayReword || openId === editedId);
  return { isOpen, isHeld: isOpen && !mayReword, leave: () => setOpenId(null) };
}
