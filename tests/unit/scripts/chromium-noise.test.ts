import { expect, test } from 'vitest';
import { isChromiumNoise } from '../../../scripts/start/chromium-noise.ts';

test.each([
  '[812:1122/061110.123456:ERROR:bus.cc(407)] Failed to connect to the bus: Could not parse server address',
  '[812:1122/061110.123456:ERROR:dbus/bus.cc:408] Failed to connect to the bus: /run/dbus/system_bus_socket',
  '[812:1122/061110.123456:ERROR:object_proxy.cc(576)] Failed to call method: org.freedesktop.DBus.NameHasOwner',
])('%s is noise', (line) => {
  expect(isChromiumNoise(line)).toBe(true);
});

test.each([
  '[812:1122/061110.123456:ERROR:gpu_process_host.cc(991)] GPU process exited unexpectedly',
  '[812:1122/061110.123456:FATAL:bus.cc(407)] out of memory',
  'Error: bus.cc(407) failed',
  '',
])('%j is not', (line) => {
  expect(isChromiumNoise(line)).toBe(false);
});
