/**
 * What a step answers.
 * @typedef {{ kind: 'already' | 'done' | 'skipped', note?: string }} StepOutcome
 *   `skipped` needs a note: why it was not to be done
 */

/**
 * A step could not bring what it is for. The message says what is missing and what that means; the remedy is a
 * command to type.
 */
export class StepFailure extends Error {
  /**
   * @param {string} message
   * @param {{ remedy?: string, output?: string }} details `output` is the tail of what the failed command said
   */
  constructor(message, { remedy, output } = {}) {
    super(message);
    this.remedy = remedy;
    this.output = output;
  }
}
