/**
 * Whether this is a Linux without a screen, where a window needs an invisible one.
 * @param {Record<string, string | undefined>} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean}
 */
export function lacksScreen(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}
