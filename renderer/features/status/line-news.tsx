import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';
import type { QueueStatus } from './api.ts';

type Line = QueueStatus['line'];

/** Tells screen readers that the line has gone or is back, and nothing else: figures that change are for the eye. */
export function LineNews({ line }: { readonly line: Line | undefined }) {
  const { t } = useWords();
  const before = useRef<Line | undefined>(undefined);
  const [news, setNews] = useState<'down' | 'back' | null>(null);
  useEffect(() => {
    if (line === 'down') setNews('down');
    if (line === 'up' && before.current === 'down') setNews('back');
    before.current = line;
  }, [line]);
  return (
    <VisuallyHidden>
      <span aria-live="polite">{news && t(news === 'down' ? 'status.lineSentence.down' : 'status.lineBack')}</span>
    </VisuallyHidden>
  );
}
