import { useEffect, useState } from 'react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';
import type { DeskContact } from './desk.ts';
import { nameOf } from './name-of.ts';

/** A person who presses again sooner than this is not listening. */
const settledMs = 350;

/** Tells screen readers who is next and what they will read, once the person rests on them. */
export function NextHeard({ contact }: { readonly contact: DeskContact }) {
  const { t } = useWords();
  const [heard, setHeard] = useState('');
  const words = t('texting.heard', { name: nameOf(contact) || t('texting.nameless'), text: contact.text });
  useEffect(() => {
    const settling = setTimeout(() => setHeard(words), settledMs);
    return () => clearTimeout(settling);
  }, [words]);
  return (
    <VisuallyHidden>
      <span role="status">{heard}</span>
    </VisuallyHidden>
  );
}
