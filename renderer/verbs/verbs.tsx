import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { createVerbRegistry, type Verb, type VerbRegistry } from './registry.ts';
import { refuseSelectAll } from './select-all.ts';
import { markFocus } from './typing.ts';

const Registry = createContext<VerbRegistry | null>(null);

const focusEvents = ['focusin', 'focusout'] as const;

/** Hears the keys of every verb inside it, has the page know which of them would do something else where the focus is, and keeps it from being selected whole. */
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
  useEffect(() => {
    markFocus();
    for (const name of focusEvents) window.addEventListener(name, markFocus);
    return () => {
      for (const name of focusEvents) window.removeEventListener(name, markFocus);
    };
  }, []);
  useEffect(() => {
    document.addEventListener('selectstart', refuseSelectAll);
    return () => document.removeEventListener('selectstart', refuseSelectAll);
  }, []);
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
