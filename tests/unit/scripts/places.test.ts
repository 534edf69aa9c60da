import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../../scripts/ready/places.mjs';

describe('the cache folder', () => {
  test.each([
    { platform: 'linux', env: {}, folder: join('/home/ana', '.cache', 'fieldline') },
    { platform: 'linux', env: { XDG_CACHE_HOME: '/caches' }, folder: join('/caches', 'fieldline') },
    { platform: 'darwin', env: {}, folder: join('/home/ana', 'Library', 'Caches', 'fieldline') },
    { platform: 'win32', env: { LOCALAPPDATA: '/local' }, folder: join('/local', 'fieldline', 'cache') },
    { platform: 'win32', env: {}, folder: join('/home/ana', 'AppData', 'Local', 'fieldline', 'cache') },
  ] as const)('is $folder on $platform with $env', ({ platform, env, folder }) => {
    expect(cacheFolder(env, platform, '/home/ana')).toBe(folder);
  });

  test('is where FIELDLINE_CACHE says, on every platform', () => {
    expect(cacheFolder({ FIELDLINE_CACHE: '/elsewhere', XDG_CACHE_HOME: '/caches' }, 'linux', '/home/ana')).toBe(
      '/elsewhere',
    );
  });
});
