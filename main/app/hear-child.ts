import type { UtilityProcess } from 'electron';

export interface ChildListeners<Message> {
  onMessage(message: Message): void;
  /** Called exactly once, when the process no longer exists and all that it said has been heard. */
  onExit(): void;
}

/**
 * Hears what a child of ours says, and its end, in their order. `loadReader` loads what parses its messages, null for
 * what is to be ignored. That is done when the child is on its way: it takes longer to its first word, and loading the
 * parser before would only keep the child waiting to be started.
 */
export function hearChild<Message>(
  child: Pick<UtilityProcess, 'on' | 'once'>,
  loadReader: () => Promise<(said: unknown) => Message | null>,
  { onMessage, onExit }: ChildListeners<Message>,
): void {
  const isOnItsWay = new Promise<void>((resolve) => {
    child.once('spawn', resolve);
    child.once('exit', () => resolve());
  });
  const loading = isOnItsWay.then(loadReader);
  child.on('message', (said: unknown) => {
    void loading.then((read) => {
      const message = read(said);
      if (message !== null) onMessage(message);
    });
  });
  child.on('exit', () => void loading.then(() => onExit()));
}
