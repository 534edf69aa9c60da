/** What one press of Enter came to, in milliseconds from the key to the end of the frame that showed it. */
export interface PressTimes {
  /** The next contact stands there. */
  readonly nextMs: number;
  /** The text before is committed, too: the first frame after the engine's answer. */
  readonly keptMs: number;
}

/**
 * Makes `watchPress()` in the page, which is called before a press and gives a promise of its times in `pressTimes`. A
 * frame counts when it has been made: a task after the callback of `requestAnimationFrame` comes behind the layout and
 * the painting of that frame. What is watched is what people see: who is on the card, and how many texts of the batch
 * the progress bar counts as sent, which is as many as the engine has committed.
 */
export const installPressWatch = `(() => {
  const onCard = () => document.querySelector('[data-assignment]')?.getAttribute('data-assignment') ?? null;
  const sentCount = () => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow'));
  const afterFrame = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });
  window.watchPress = () => {
    window.pressTimes = new Promise((resolve, reject) => {
      const overdue = setTimeout(() => reject(new Error('no answer: ' + document.body.innerText)), 20_000);
      addEventListener('keydown', ({ timeStamp }) => {
        const [card, sent] = [onCard(), sentCount()];
        let nextMs = 0;
        let isNext = false;
        const observer = new MutationObserver(() => {
          const now = onCard();
          if (!isNext && now !== null && now !== card) {
            isNext = true;
            afterFrame(() => { nextMs = performance.now() - timeStamp; });
          }
          if (!isNext || sentCount() !== sent + 1) return;
          observer.disconnect();
          afterFrame(() => {
            clearTimeout(overdue);
            resolve({ nextMs, keptMs: performance.now() - timeStamp });
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      }, { capture: true, once: true });
    });
  };
})()`;

/** Whether the next press texts the last contact of the batch, and so brings nobody. */
export const isLastOfBatch = `(() => {
  const bar = document.querySelector('[role=progressbar]');
  return Number(bar.getAttribute('aria-valuenow')) + 1 === Number(bar.getAttribute('aria-valuemax'));
})()`;

/** Resolves when there is something that `selector` finds. */
export const whenThere = (selector: string): string => `new Promise((resolve, reject) => {
  const overdue = setTimeout(() => reject(new Error('not there: ' + document.body.innerText)), 20_000);
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? (clearTimeout(overdue), resolve(true))
    : setTimeout(look, 20);
  look();
})`;
