/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> }} Lockfile */

/**
 * Whether what npm noted as installed (`node_modules/.package-lock.json`) is what the lock file asks for. Packages for
 * other platforms, which are optional, may be absent.
 * @param {Lockfile} lock
 * @param {Lockfile} installed
 * @returns {boolean}
 */
export function isInstalled(lock, installed) {
  const asked = Object.entries(lock.packages).filter(([path]) => path !== '');
  const isWhole = asked.every(([path, { version, optional }]) => {
    const found = installed.packages[path];
    return found === undefined ? optional === true : found.version === version;
  });
  return isWhole && Object.keys(installed.packages).every((path) => path in lock.packages);
}

/**
 * What npm complains of, without its advice on usage; all that it said but for the warnings about engines, if it names
 * no error. That the packages are made for a newer Node than npm runs on is so by design: they run on the Node that
 * comes with them.
 * @param {string} output
 * @returns {string}
 */
export function npmErrors(output) {
  const lines = output.split('\n').filter((line) => !/^npm (?:warn|WARN) EBADENGINE/.test(line));
  const errors = lines.filter((line) => /^npm (?:error|ERR!)/.test(line));
  if (errors.length === 0) return lines.join('\n');
  const usage = errors.findIndex((line) => /^npm (?:error|ERR!) (?:Usage:|Clean install a project)/.test(line));
  return errors.slice(0, usage === -1 ? undefined : usage).join('\n');
}
