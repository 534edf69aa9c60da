/**
 * The people at the other end. Who a contact is follows from the seed and the phone number alone; what they write
 * follows from who they are and from how many of our texts have reached them. Takes a phone and a count, gives a reply
 * with its delay, or null. It never decides what a reply does: that is `opt-out.ts`, as at a real carrier.
 */
import type { Dice } from './dice.ts';
import type { Knobs } from './knobs.ts';

export const personaNames = [
  'yes',
  'no',
  'question',
  'wrong-number',
  'stop-keyword',
  'stop-in-words',
  'abuse',
  'slow',
  'silent',
] as const;
export type PersonaName = (typeof personaNames)[number];

/** What somebody says, by language: to the first text that reaches them, then to the next, and so on. */
interface Lines {
  readonly english: readonly (readonly string[])[];
  readonly spanish: readonly (readonly string[])[];
}

const agreeable: Lines = {
  english: [
    ['Yes', "Yes, I'll be there", 'Sure, count me in!', 'yep 👍', 'Absolutely. Can I bring a friend?'],
    ['Great, thank you', 'Perfect, see you then', 'Ok 👍'],
  ],
  spanish: [
    ['Sí', 'Sí, cuenten conmigo', 'Claro que sí', 'Sí, ahí estaré 👍'],
    ['Muchas gracias', 'Perfecto, nos vemos'],
  ],
};

const lines: Record<PersonaName, Lines> = {
  yes: agreeable,
  slow: agreeable,
  no: {
    english: [['No', 'No thanks', 'Sorry, I work that day', "Can't make it this time"]],
    spanish: [['No', 'No, gracias', 'No puedo ese día']],
  },
  question: {
    english: [
      ['Who is this?', 'What time does it start?', 'Where is it?', 'How did you get my number?'],
      ['Ok thanks', 'Got it. I will think about it', 'Thanks, and is there parking?'],
    ],
    spanish: [
      ['¿Quién es?', '¿A qué hora empieza?', '¿Dónde es?'],
      ['Gracias', 'Bueno, lo voy a pensar'],
    ],
  },
  'wrong-number': {
    english: [['Wrong number', 'I think you have the wrong person', 'No one here by that name']],
    spanish: [['Número equivocado', 'Se equivocó de persona']],
  },
  'stop-keyword': {
    english: [['STOP', 'Stop', 'stop', 'STOPALL', 'Unsubscribe', 'QUIT', 'cancel', 'End', 'REVOKE', 'OptOut']],
    spanish: [['STOP', 'Stop', 'stop']],
  },
  // None of these is a carrier's keyword: only the engine can honour them, and the law says that it must.
  'stop-in-words': {
    english: [
      [
        'please stop texting me',
        'Stop!',
        'STOP PLEASE',
        'opt out',
        'Remove',
        'Take me off your list',
        'Please remove me from this list.',
        'do not text me again',
        'unsubscribe me',
        'Lose my number',
      ],
    ],
    spanish: [
      [
        'quítame de la lista',
        'no me manden más mensajes',
        'ALTO',
        'No más',
        'Por favor dejen de escribirme',
        'Bórrenme de su lista',
        'BASTA',
      ],
    ],
  },
  // Rude, and no more than that: words that also mean "leave me alone" would leave open what an engine should do.
  abuse: {
    english: [['You people are idiots', 'What a stupid text', 'What a bunch of clowns', 'This is garbage']],
    spanish: [['Son unos payasos', 'Qué mensaje tan idiota']],
  },
  silent: { english: [], spanish: [] },
};

const asksToStop: readonly PersonaName[] = ['stop-keyword', 'stop-in-words'];

/** People who answer late take so many times longer. */
const slowness = 40;

const oneDayMs = 86_400_000;

/** Who answers at this number. Everybody is silent when no persona has any weight. */
export function personaOf(phone: string, weights: Knobs['personas'], dice: Dice): PersonaName {
  const weightOf = (name: PersonaName): number => weights[name] ?? 0;
  const total = personaNames.reduce((sum, name) => sum + weightOf(name), 0);
  let left = dice.draw('persona', phone) * total;
  for (const name of personaNames) {
    left -= weightOf(name);
    if (left < 0) return name;
  }
  return 'silent';
}

export interface Reply {
  readonly body: string;
  /** Whether the person asks to hear no more, in whatever words. */
  readonly optOut: boolean;
  /** On the carrier's clock, after our text has reached them. At most a day, before it is divided by the speed. */
  readonly afterMs: number;
}

/** @param heard how many of our texts have reached the contact, the one to be answered included. */
export function replyTo(phone: string, heard: number, knobs: Knobs, dice: Dice): Reply | null {
  const persona = personaOf(phone, knobs.personas, dice);
  const language = dice.chance(knobs.spanishShare, 'language', phone) ? 'spanish' : 'english';
  const choices = lines[persona][language][heard - 1];
  if (choices === undefined) return null;
  const median = knobs.replyMs * (persona === 'slow' ? slowness : 1);
  const afterMs = Math.min(dice.spread(median, 1.1, 'answers', phone, heard), oneDayMs);
  return {
    body: dice.pick(choices, 'words', phone, heard),
    optOut: asksToStop.includes(persona),
    afterMs: Math.round(afterMs / knobs.speed),
  };
}
