import { useState } from 'react';
import type { Verb } from '../../../verbs/registry.ts';
import { useVerb, useVerbRegistry } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import type { ContactView } from '../contacts-api.ts';
import { OptOutDialog } from '../opt-out-dialog.tsx';
import { FindDialog } from './find-dialog.tsx';

const id = 'contacts-find';
const keys = 'mod+f';

/** Finds a contact by phone number from wherever one is: whoever is called by one looks for nothing else. */
export function FindContact() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  /** What was found stays while one is asked whether to opt it out. */
  const [typed, setTyped] = useState('');
  const [leaving, setLeaving] = useState<ContactView | null>(null);
  useVerb({
    id,
    label: t('contacts.find'),
    alsoCalled: t('contacts.findAlso'),
    keys,
    isOfFrame: true,
    run: () => {
      setTyped('');
      setOpen(true);
    },
  });
  if (leaving !== null) return <OptOutDialog contact={leaving} onClose={() => setLeaving(null)} />;
  if (!isOpen) return null;
  return <FindDialog asked={typed} onAsk={setTyped} onOptOut={setLeaving} onClose={() => setOpen(false)} />;
}

/** The same verb for a button on a screen; the frame offers it already. */
export function useFindVerb(): Verb {
  const { t } = useWords();
  const registry = useVerbRegistry();
  return { id, label: t('contacts.find'), keys, run: () => registry.run(id) };
}
