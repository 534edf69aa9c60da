import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCsv, openXlsx, SheetRefusal, type SheetWriter } from '../../../main/spreadsheets/index.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { canMountSmallDisk, mountSmallDisk } from '../../support/small-disk.ts';

const header = ['Name'];
const kinds = [
  ['CSV', (path: string) => openCsv(path, header)],
  ['XLSX', (path: string) => openXlsx(path, 'Contacts', header)],
] as const;

async function opened(opening: ReturnType<typeof openCsv>): Promise<SheetWriter> {
  const result = await opening;
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe.each(kinds)('a file being written as %s', (_kind, open) => {
  it('has its name only when it is finished, and replaces what had that name', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'contacts');
    writeFileSync(path, 'as it was');
    const writer = await opened(open(path));
    await writer.write(['Ana']);
    expect(readFileSync(path, 'utf8')).toBe('as it was');
    await writer.finish();
    expect(readFileSync(path, 'utf8')).not.toBe('as it was');
    expect(readdirSync(folder)).toEqual(['contacts']);
  });

  it('leaves everything as it was when it is abandoned', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'contacts');
    writeFileSync(path, 'as it was');
    const writer = await opened(open(path));
    for (let n = 0; n < 10_000; n += 1) await writer.write([`Ana ${n}`]);
    await writer.abandon();
    await writer.abandon();
    expect(readFileSync(path, 'utf8')).toBe('as it was');
    expect(readdirSync(folder)).toEqual(['contacts']);
  });

  it('leaves nothing when it is abandoned before its first row', async () => {
    const folder = temporaryFolder();
    await (await opened(open(join(folder, 'contacts')))).abandon();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('can be read by nobody else', async () => {
    const path = join(temporaryFolder(), 'contacts');
    const writer = await opened(open(path));
    await writer.finish();
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('is refused where there is no such folder, by its name alone', async () => {
    const refused = await open(join(temporaryFolder(), 'gone', 'contacts'));
    expect(refused).toEqual({
      ok: false,
      error: { code: 'spreadsheets/not-writable', kind: 'input', params: { file: 'contacts' } },
    });
  });

  it('is refused where a folder has its name', async () => {
    const path = join(temporaryFolder(), 'contacts');
    mkdirSync(path);
    expect(await open(path)).toMatchObject({ error: { code: 'spreadsheets/not-writable' } });
  });

  it('is refused while the same file is written already, and not afterwards', async () => {
    const path = join(temporaryFolder(), 'contacts');
    const first = await opened(open(path));
    expect(await open(path)).toMatchObject({ error: { code: 'spreadsheets/not-writable' } });
    await first.finish();
    await (await opened(open(path))).finish();
  });

  it('takes the place of what a killed program left', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'contacts');
    writeFileSync(`${path}.fieldline-part`, 'half of');
    const writer = await opened(open(path));
    await writer.finish();
    expect(readdirSync(folder)).toEqual(['contacts']);
    expect(readFileSync(path, 'utf8')).not.toContain('half of');
  });

  it('is refused at its end when its name has been taken by what cannot be replaced, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'contacts');
    const writer = await opened(open(path));
    await writer.write(['Ana']);
    mkdirSync(path);
    await expect(writer.finish()).rejects.toSatisfy(
      (thrown) => thrown instanceof SheetRefusal && thrown.error.code === 'spreadsheets/not-writable',
    );
    expect(readdirSync(folder)).toEqual(['contacts']);
    await writer.abandon();
  });

  it('takes no row after its end', async () => {
    const writer = await opened(open(join(temporaryFolder(), 'contacts')));
    await writer.finish();
    await expect(writer.write(['Ana'])).rejects.toThrow('has ended');
    await expect(writer.finish()).rejects.toThrow('twice');
  });
});

describe.runIf(canMountSmallDisk()).each(kinds)('a disk that fills up while a file is written as %s', (_kind, open) => {
  it('is told by a refusal, and the half of the file is removed', async () => {
    const disk = mountSmallDisk(1);
    if (disk === undefined) throw new Error('the small file system could be mounted a moment ago');
    try {
      const writer = await opened(open(join(disk.path, 'contacts')));
      const fillUp = async (): Promise<void> => {
        for (let n = 0; n < 1_000; n += 1) await writer.write([randomBytes(8_000).toString('hex')]);
        await writer.finish();
      };
      await expect(fillUp()).rejects.toBeInstanceOf(SheetRefusal);
      await writer.abandon();
      expect(readdirSync(disk.path)).toEqual([]);
    } finally {
      disk.unmount();
    }
  });
});
