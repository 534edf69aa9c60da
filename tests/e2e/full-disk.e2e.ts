import { expect } from '@playwright/test';
import { canMountSmallDisk, mountSmallDisk } from '../support/small-disk.ts';
import { startDesktop, test } from './support/desktop.ts';

test.skip(!canMountSmallDisk(), 'only who may mount a file system can fill one');

test('a disk that is almost full is told in one line, which a reload does not lose', async () => {
  const disk = mountSmallDisk(150);
  if (disk === undefined) throw new Error('the small file system could be mounted a moment ago');
  try {
    const desktop = await startDesktop(disk.path);
    const line = desktop.page.getByRole('status').filter({ hasText: 'The disk is almost full' });
    await expect(line).toBeVisible();
    await desktop.page.reload();
    await expect(line).toBeVisible();
    await desktop.application.close();
  } finally {
    disk.unmount();
  }
});
