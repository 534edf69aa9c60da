import { runLogged } from './run-logged.mjs';

/**
 * Runs npm: the very one that started us, if one did, on the Node that it runs on itself. Not on ours, which may be
 * the pinned Node inside the `node_modules` that npm is about to replace.
 * @param {string[]} args
 * @param {Omit<Parameters<typeof runLogged>[2], 'shell'>} options
 */
export function npm(args, options) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('.js')) return runLogged(node ?? process.execPath, [script, ...args], options);
  return runLogged('npm', args, { ...options, shell: process.platform === 'win32' });
}
