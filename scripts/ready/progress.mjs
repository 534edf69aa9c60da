const REPAINT_MS = 1_000;
const SIGN_OF_LIFE_MS = 15_000;

/**
 * Shows the steps while they run, on standard error, so that a command's own output stays its own. A terminal has one
 * living line; anything else gets a line every 15 seconds for a step that takes long.
 * @param {{ quiet: boolean, stream?: { write(text: string): unknown, isTTY?: boolean, columns?: number } }} options `quiet` leaves out what was there already
 */
export function createProgress({ quiet, stream = process.stderr }) {
  const isLive = stream.isTTY === true && !process.env.CI;
  const running = new Map();

  const paint = () => {
    const texts = [...running].map(([name, step]) => aliveLine(name, Date.now() - step.startedAt, step.text));
    if (isLive) stream.write(`\r\x1b[K${texts.join('   ').slice(0, (stream.columns ?? 80) - 1)}`);
  };
  const say = (line) => {
    stream.write(`${isLive ? '\r\x1b[K' : ''}${line}\n`);
    paint();
  };
  const signOfLife = () => {
    for (const [name, step] of running) {
      if (Date.now() - step.saidAt < SIGN_OF_LIFE_MS) continue;
      step.saidAt = Date.now();
      stream.write(`${aliveLine(name, Date.now() - step.startedAt, step.text)}\n`);
    }
  };
  const timer = setInterval(isLive ? paint : signOfLife, REPAINT_MS);
  timer.unref();

  return {
    say,
    /** @param {string} name */
    begin(name) {
      const startedAt = Date.now();
      const step = { startedAt, saidAt: startedAt, text: '' };
      running.set(name, step);
      return {
        /** @param {string} text what the step is at */
        report(text) {
          step.text = text;
        },
        /** @param {import('./step.mjs').StepOutcome} outcome */
        finish(outcome) {
          running.delete(name);
          if (outcome.kind === 'done' || !quiet) say(finishedLine(name, outcome, Date.now() - startedAt));
        },
        /** @param {string} message */
        fail(message) {
          running.delete(name);
          say(`✗ ${name}  ${seconds(Date.now() - startedAt)}  ${message}`);
        },
      };
    },
    end() {
      clearInterval(timer);
      if (isLive) stream.write('\r\x1b[K');
    },
  };
}

/**
 * @param {string} name
 * @param {import('./step.mjs').StepOutcome} outcome
 * @param {number} elapsedMs
 * @returns {string}
 */
export function finishedLine(name, outcome, elapsedMs) {
  const note = outcome.note === undefined ? '' : `  (${outcome.note})`;
  if (outcome.kind === 'already') return `· ${name}  already there${note}`;
  if (outcome.kind === 'skipped') return `· ${name}  ${outcome.note}`;
  return `✓ ${name}  ${seconds(elapsedMs)}${note}`;
}

/** @param {string} name @param {number} elapsedMs @param {string} text @returns {string} */
export function aliveLine(name, elapsedMs, text) {
  return `… ${name}  ${Math.round(elapsedMs / 1_000)} s${text === '' ? '' : `  ${text}`}`;
}

/** @param {number} elapsedMs @returns {string} for example `21.4 s` */
export function seconds(elapsedMs) {
  return `${(elapsedMs / 1_000).toFixed(1)} s`;
}
