import type { EngineLife } from './engine-life.ts';

/** The files that a person has chosen since Fieldline was started. Every engine may read them, by their tokens. */
export interface ChosenFiles {
  /** Resolves with the token once a call to the engine that names it will find it. */
  register(path: string, life: EngineLife | null): Promise<string>;
  tellAll(life: EngineLife): void;
}

export function chosenFiles(): ChosenFiles {
  const paths = new Map<string, string>();
  return {
    async register(path, life) {
      const token = crypto.randomUUID();
      paths.set(token, path);
      if (life?.isReady) {
        life.send({ kind: 'register-file', token, path });
        await life.hasRead();
      }
      return token;
    },
    tellAll(life) {
      for (const [token, path] of paths) life.send({ kind: 'register-file', token, path });
    },
  };
}
