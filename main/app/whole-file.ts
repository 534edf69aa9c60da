import { renameSync, writeFileSync } from 'node:fs';

/** Writes a small file for its owner only, so that whoever reads it finds the old one or the new one and never half. */
export function writeWholeFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.new`;
  // `flush`: after a power cut the name must not lead to a file without content.
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  renameSync(draft, path);
}
