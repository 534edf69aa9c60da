/**
 * `npm run textbank -- [--seed TEXT] [--json FILE]`: a text bank from list to spreadsheet without a window. It starts a
 * carrier simulator and an engine as processes of their own, plays an admin and four texters at the engine's line door,
 * kills the engine and cuts the carrier off on the way, and in the end counts at the carrier, against its own log of what
 * the people did, never by the engine's word. It fails when anybody was texted twice, not at all, or after opting out.
 */
import { playAndLeave } from './judged-story.ts';
import { tableOf } from './textbank/figures.ts';
import { giveUpAfterMs, hearingMs, sizes } from './textbank/sizes.ts';
import { runStory } from './textbank/story.ts';

await playAndLeave({
  name: 'textbank',
  announcement: [
    `A text bank of ${sizes.firstTexts} first texts, in under 4 minutes; it gives up after ${giveUpAfterMs / 60_000} minutes.`,
    'Its texting hours are open all day, so that it runs at any time: the rule itself is judged by tests.',
  ],
  giveUpAfterMs,
  play: runStory,
  tableOf: (figures) => tableOf(figures, hearingMs),
});
