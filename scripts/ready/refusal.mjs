import { readBenchWords } from '../bench/choices.mjs';
import { lacksScreen } from '../screen.mjs';
import { complaintAbout } from '../test/words.mjs';

/** As `sysexits.h` has them: the command was typed wrongly; what it needs from the machine is not there. */
const exitCodes = { usage: 64, unavailable: 69 };

/** @typedef {{ sentence: string, exitCode: number }} Refusal */

/**
 * Why a command cannot be run whatever is fetched for it, so that nobody waits for minutes to read it.
 * @param {import('./arguments.mjs').Request} request
 * @param {{ hasScreen?: boolean }} machine
 * @returns {Refusal | undefined}
 */
export function refusalOf({ run, rest }, { hasScreen = !lacksScreen() } = {}) {
  if (run === 'scripts/start.ts' && !hasScreen) {
    const sentence =
      'There is no screen here to open a window on. Try: xvfb-run -a npm start; or, without a window: npm run engine -- --data DIR';
    return { sentence, exitCode: exitCodes.unavailable };
  }
  const complaint = complaintOf(run, rest);
  return complaint === undefined ? undefined : { sentence: complaint, exitCode: exitCodes.usage };
}

function complaintOf(run, rest) {
  if (run === 'scripts/test.ts') return complaintAbout(rest);
  if (run !== 'scripts/bench.ts') return undefined;
  try {
    readBenchWords(rest);
    return undefined;
  } catch (thrown) {
    return thrown.message;
  }
}
