import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, projectRoot } from '../places.mjs';
import { runLogged } from '../run-logged.mjs';
import { StepFailure } from '../step.mjs';

const script = join(projectRoot, 'scripts', 'conformance', 'fetch-spec.mjs');

/**
 * Fetches Twilio's own description of its API, which the conformance tests hold the simulator against. The script
 * knows itself whether it has it already, and then takes no time.
 * @returns {Promise<import('../step.mjs').StepOutcome>}
 */
export async function fetchCarrierDescription() {
  if (!existsSync(script)) return { kind: 'skipped', note: 'no conformance tests yet' };
  const startedAt = Date.now();
  const { code, output } = await runLogged(pinnedNode() ?? process.execPath, [script], {
    step: 'carrier-description',
    timeLimitMs: 600_000,
  });
  if (code !== 0) {
    throw new StepFailure("Twilio's API description cannot be had; the conformance tests fail without it.", {
      remedy: 'node scripts/conformance/fetch-spec.mjs',
      output,
    });
  }
  return { kind: Date.now() - startedAt < 1_000 ? 'already' : 'done' };
}
