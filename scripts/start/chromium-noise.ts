/**
 * Lines with which Chromium on Linux tells that it found no D-Bus, as in containers and under Xvfb: Fieldline has no use
 * for one. Electron 33 writes `ERROR:bus.cc(407)]`, Electron 45 `ERROR:dbus/bus.cc:408]`. Any other line is somebody's
 * to read.
 */
const aboutDbus = /^\[\d+:\d{4}\/\d{6}\.\d+:(?:ERROR|WARNING):(?:dbus\/)?(?:bus|object_proxy)\.cc[(:]\d+\)?\]/;

export function isChromiumNoise(line: string): boolean {
  return aboutDbus.test(line);
}
