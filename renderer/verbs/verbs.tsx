import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { createVerbRegistry, type Verb, type VerbRegistry } from './registry.ts';

const Registry = createContext<VerbRegistry | null>(null);

/** Hears the keys of every verb inside it. */
export function Verbs({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createVerbRegistry);
  useEffect(() => {
    window.addEventListener('keydown', registry.notice, { capture: true });
    window.addEventListener('keydown', registry.press);
    return () => {
      window.removeEventListener('keydown', registry.notice, { capture: true });
      window.removeEventListener('keydown', registry.press);
    };
  }, [registry]);
  return <Registry value={registry}>{children}</Registry>;
}

export function useVerbRegistry(): VerbRegistry {
  const registry = use(Registry);
  if (registry === null) throw new Error('a verb outside of Verbs');
  return registry;
}

/** Offers a verb while the component is on the screen. Gives it back for its button. */
export function useVerb(verb: Verb): Verb {
  const registry = useVerbRegistry();
  const latest = useRef(verb);
  latest.current = verb;
  useEffect(() => registry.add(() => [latest.current]), [registry]);
  return verb;
}

/** Offers a list of verbs, such as one for each screen, that may grow and shrink. */
export function useVerbs(verbs: readonly Verb[]): void {
  const registry = useVerbRegistry();
  const latest = useRef(verbs);
  latest.current = verbs;
  useEffect(() => registry.add(() => latest.current), [registry]);
}
