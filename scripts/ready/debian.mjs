/**
 * A Debian package by the names that it has in different releases: Debian 13 and Ubuntu 24.04 renamed libraries whose
 * time type grew to 64 bits.
 * @typedef {string[]} DebianPackage
 */

/** @type {DebianPackage[]} */
const forElectron = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['libasound2', 'libasound2t64'], ['libgbm1']];

/** @type {DebianPackage[]} A display that nobody looks at, and letters and emoji to show on it. */
const forNoDisplay = [['xvfb'], ['xauth'], ['fonts-dejavu-core'], ['fonts-noto-color-emoji']];

/** @type {DebianPackage[]} */
const forStandIn = [['unzip'], ['g++']];

/**
 * @param {{ electron: boolean, hasDisplay: boolean, standIn: boolean, sqlite3: boolean }} needs
 * @returns {DebianPackage[]}
 */
export function packagesFor(needs) {
  return [
    ...(needs.electron ? forElectron : []),
    ...(needs.electron && !needs.hasDisplay ? forNoDisplay : []),
    ...(needs.standIn ? forStandIn : []),
    ...(needs.sqlite3 ? [['sqlite3']] : []),
  ];
}

/**
 * The packages of which no name is installed.
 * @param {DebianPackage[]} packages
 * @param {string} answer of `dpkg-query -W -f '${Package} ${db:Status-Status}\n'`
 * @returns {DebianPackage[]}
 */
export function missingFrom(packages, answer) {
  const installed = new Set(answer.split('\n').flatMap((line) => /^(\S+) installed$/.exec(line.trim())?.[1] ?? []));
  return packages.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * One name per package: the first that this release has.
 * @param {DebianPackage[]} packages
 * @param {string} answer of `apt-cache policy` for all names, in English
 * @returns {string[]} the first name where the release has none, so that apt can say so itself
 */
export function namesInRelease(packages, answer) {
  const available = new Set();
  for (const [, name, candidate] of answer.matchAll(/^(\S+):\n(?: .*\n)*? +Candidate: (.+)$/gm)) {
    if (candidate !== '(none)') available.add(name);
  }
  return packages.map((names) => names.find((name) => available.has(name)) ?? names[0] ?? '');
}
