/** What is to be done while there is no engine: the work of a restart, and of all that are wished for meanwhile. */
export interface BetweenEngines {
  /** There is work, so the engine is on its way out or gone. */
  readonly isWanted: boolean;
  /** Resolves, or rejects with what `work` threw, when the next engine is started. Several wishes are one restart. */
  add(work: () => void | Promise<void>): Promise<void>;
  /** The engine has gone. Does all of the work, which may add to itself, then goes on with `next`. Never rejects. */
  doAll(next: () => void): Promise<void>;
}

export function betweenEngines(): BetweenEngines {
  const works: (() => Promise<() => void>)[] = [];
  return {
    get isWanted() {
      return works.length > 0;
    },
    add(work) {
      return new Promise((resolve, reject) => {
        works.push(async () => {
          try {
            await work();
            return resolve;
          } catch (thrown) {
            return () => reject(thrown);
          }
        });
      });
    },
    async doAll(next) {
      const tellDone: (() => void)[] = [];
      for (let work = works[0]; work; work = works[0]) {
        tellDone.push(await work());
        works.shift();
      }
      next();
      for (const tell of tellDone) tell();
    },
  };
}
