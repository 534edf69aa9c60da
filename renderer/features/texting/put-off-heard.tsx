import { useState } from 'react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';
import { type Desk, isAtPutOff } from './desk.ts';

/** Tells screen readers once that those who were put off come now, and how many there are; the count-down is for the eye. */
export function PutOffHeard({ desk }: { readonly desk: Desk }) {
  const { t, formats } = useWords();
  const count = isAtPutOff(desk) ? desk.later.length : 0;
  const [begun, setBegun] = useState(0);
  if ((count === 0) !== (begun === 0)) setBegun(count);
  return (
    <VisuallyHidden>
      <span role="status">{begun > 0 && t('texting.nowPutOff', { count: begun, number: formats.number(begun) })}</span>
    </VisuallyHidden>
  );
}
