import type { Dice } from '../../main/carrier/simulator/dice.ts';
import type { Person } from './people.ts';

/** Words that many contacts are sent alike, and each of them twice on purpose. */
const twinWords = [
  'Thanks, see you on Tuesday. Doors open at six.',
  'Can you bring a neighbor?',
  'Yes, there is parking behind the hall.',
  'Great to hear from you!',
  'We start at six and end at eight.',
  'The hall has a ramp at the side door.',
] as const;

/** Three segments, so that the limiter meets texts that are longer than what it has. */
const longWords = ' There will be food, somebody to look after children, and time for questions at the end.'.repeat(4);

/** What one contact is sent, text by text. */
export interface TextPlan {
  readonly person: Person;
  /** How many texts, the first one included. */
  readonly length: number;
  /** @param step from 0, the first text. */
  textAt(step: number): string;
  /** Milliseconds of the common clock before the step; one in three follows at once. */
  pauseBefore(step: number): number;
}

export function planTexts(person: Person, seed: string, dice: Dice): TextPlan {
  const { phone, kind } = person;
  const pairs = 1 + Math.floor(dice.draw('pairs', phone) * 2);
  const offset = Math.floor(dice.draw('words', phone) * twinWords.length);
  return {
    person,
    length: 2 * pairs,
    textAt: (step) => {
      if (kind === 'twin') return twinWords[(offset + Math.floor(step / 2)) % twinWords.length] ?? '';
      const isLong = dice.chance(0.1, 'long', phone, step);
      return `Text ${step + 1} of ${seed} for ${phone.slice(2)}.${isLong ? longWords : ''}`;
    },
    pauseBefore: (step) => {
      const draw = dice.draw('pause', phone, step);
      return draw < 1 / 3 ? 0 : Math.round((draw - 1 / 3) * 360_000);
    },
  };
}
