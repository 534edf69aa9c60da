import { buildIfStale } from '../../../scripts/build.ts';
import { openDisplay } from '../../../scripts/display.ts';

/** Brings the build up to date and sees to a screen, which the workers inherit. Returns what takes it away again. */
// biome-ignore lint/style/noDefaultExport: Playwright calls it.
export default async function prepare(): Promise<() => void> {
  await buildIfStale();
  return (await openDisplay()).close;
}
