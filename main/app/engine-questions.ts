/** Numbered questions to one engine. Each is answered once; what the engine left unanswered when it ended is null. */
export interface EngineQuestions<Answer> {
  /** @param put sends the question under its number. */
  ask(put: (n: number) => void): Promise<Answer | null>;
  answer(n: number, answer: Answer): void;
  /** The engine has ended: nothing is answered any more. */
  end(): void;
}

export function engineQuestions<Answer>(): EngineQuestions<Answer> {
  const open = new Map<number, (answer: Answer | null) => void>();
  let isOver = false;
  let last = 0;
  return {
    ask(put) {
      if (isOver) return Promise.resolve(null);
      const n = ++last;
      return new Promise((resolve) => {
        open.set(n, resolve);
        put(n);
      });
    },
    answer(n, answer) {
      open.get(n)?.(answer);
      open.delete(n);
    },
    end() {
      isOver = true;
      for (const resolve of open.values()) resolve(null);
      open.clear();
    },
  };
}
