import { type ReactNode, useEffect, useState } from 'react';

/** Under this, a wait is not noticed, and a skeleton that comes and goes would only flicker. */
const noticedAfterMs = 200;

/** Shows what stands in for something that is being loaded, once the waiting is noticed. */
export function Late({ children }: { readonly children: ReactNode }) {
  const [isNoticed, setNoticed] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setNoticed(true), noticedAfterMs);
    return () => clearTimeout(waiting);
  }, []);
  return isNoticed ? children : null;
}
