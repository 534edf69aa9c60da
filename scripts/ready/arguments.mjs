/**
 * What is asked of getting ready.
 * @typedef {object} Request
 * @property {string | undefined} run the file to run afterwards, if any
 * @property {string[]} rest the arguments for that file
 * @property {boolean} onlyPackages do no more than install the npm packages
 * @property {boolean} quiet say nothing about what was there already
 * @property {boolean} retryElectron try Electron's download again, although it failed lately
 */

/**
 * Reads `[--quiet] [--only packages] [--retry-electron] [--run FILE [--] ARGUMENTS...]`. Everything after FILE is the
 * file's own, but for one leading `--`.
 * @param {string[]} words
 * @returns {Request}
 * @throws Error for a word that it does not know
 */
export function parseArguments(words) {
  const request = { run: undefined, rest: [], onlyPackages: false, quiet: false, retryElectron: false };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === '--quiet') request.quiet = true;
    else if (word === '--retry-electron') request.retryElectron = true;
    else if (word === '--only' && words[index + 1] === 'packages') {
      request.onlyPackages = true;
      index += 1;
    } else if (word === '--run' && words[index + 1] !== undefined) {
      const rest = words.slice(index + 2);
      return { ...request, run: words[index + 1], rest: rest[0] === '--' ? rest.slice(1) : rest };
    } else throw new Error(`getting ready does not know "${word}"`);
  }
  return request;
}
