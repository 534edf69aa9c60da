import { useEffect, useRef, useState } from 'react';
import type { QueueStatus } from '../../bridge/rooms/outbox.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';

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
