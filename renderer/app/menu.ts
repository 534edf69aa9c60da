import { useEffect } from 'react';
import { bridge } from '../bridge/bridge.ts';
import { useVerbRegistry } from '../verbs/verbs.tsx';

/** Does what is chosen in the application's menu, as if its key had been pressed. */
export function useMenu(): void {
  const registry = useVerbRegistry();
  useEffect(() => bridge.on('menu', ({ verb }) => registry.run(verb)), [registry]);
}
