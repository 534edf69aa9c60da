import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOptOut } from '../../../shared/domain/opt-out-words.ts';

const keywords = [
  ...['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'UNSUB', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'OPT OUT'],
  ...['REMOVE', 'REMOVE ME', 'ALTO', 'PARAR', 'CANCELAR', 'BASTA', 'NO MAS', 'NO MÁS', 'BORRAR', 'BORRAME', 'BAJA'],
];

/** Wordings of the English and Spanish that people write, keywords in company included. */
const requests = [
  ...[
    'STOP PLEASE',
    'stop please',
    'Stop!',
    '"stop"',
    '“Stop”',
    'S.T.O.P',
    's t o p',
    'ＳＴＯＰ',
    '𝗦𝗧𝗢𝗣',
    'STOP 🛑',
    'Stopppp',
  ],
  ...[
    'stop stop stop',
    'stop\u200b',
    'opt-out',
    'Ok, stop.',
    'STOP2QUIT',
    'stop to end',
    'Reply STOP',
    'hi. please stop now',
  ],
  ...[
    'No thanks. Stop.',
    'No thank you, please stop',
    'No gracias, alto',
    'fucking stop',
    'stop stop',
    'Please unsubscribe',
  ],
  ...[
    'stop texting me',
    'please stop texting',
    'please stop texting me',
    'Stop texting this number',
    'Will you stop texting me?',
  ],
  ...[
    'why wont you stop texting me',
    'I already voted. STOP TEXTING ME',
    'quit texting me',
    'Stop calling and texting me',
  ],
  ...[
    'stop sending me these',
    'Stop sending these texts',
    'stop with the texts',
    'stop all messages',
    'stop the political spam',
  ],
  ...[
    'Stop contacting me you idiots',
    'stop harassing me',
    'stop spamming us',
    'cease and desist',
    'Please stop calling me',
  ],
  ...[
    'I told you to stop',
    'I asked you to stop texting me',
    'i said STOP',
    "I've replied STOP three times",
    'Can you please stop?',
  ],
  ...["If you don't stop texting me I will report you", "STOP I'm not voting for him", 'stop or I call my lawyer'],
  ...[
    "I'm not interested, please stop",
    'wrong number, stop texting me',
    'Wrong number please remove',
    'not interested stop',
  ],
  ...['take me off your list', 'remove me from this list', 'Please remove me from this list.', 'Get me off this list!'],
  ...[
    'take my number off your list',
    'Remove my name and number from your list',
    'please take me off of this',
    'delete my number',
  ],
  ...['remove my mother from your list she passed away', 'take me off this damn call list', 'remove me please I moved'],
  ...[
    'do not text me',
    'do not text me again',
    "don't text me",
    'Don’t text me anymore',
    'dont text me',
    'Do not contact me',
  ],
  ...[
    "I told you don't text me again",
    'never text this number again',
    "don't send me any more texts",
    'text me no more',
  ],
  ...[
    'unsubscribe me',
    'how do I unsubscribe?',
    'I want to unsubscribe',
    'unsuscribe',
    'opt me out',
    'I want to opt out',
  ],
  ...[
    "I'd like to opt out of these messages",
    'I revoke my consent',
    'I do not consent',
    'lose my number',
    'Lose this number',
  ],
  ...[
    'leave me alone',
    'leave me the hell alone',
    'Leave us alone!!',
    'put me on your do not call list',
    'no more texts',
  ],
  ...[
    'No more messages please',
    'no more political texts',
    "I don't want any more texts",
    'I no longer wish to be contacted',
  ],
  ...[
    'I do not want to receive these messages',
    "I don't want to hear from you",
    'Enough with the texts',
    'make these texts stop',
  ],
  ...[
    '¡Alto!',
    'Ya basta',
    'basta ya',
    'ya no más',
    '¡No más!',
    'stop por favor',
    'Bórrame',
    'darme de baja',
    'STOP mensajes',
  ],
  ...[
    'no me escriban más',
    'no me manden más mensajes',
    'No me envíen más textos',
    'ya no me escriban',
    'no me molesten',
  ],
  ...[
    'quítenme de la lista',
    'quítame de la lista',
    'Bórrenme de su lista',
    'Sáquenme de su lista por favor',
    'Elimíneme',
  ],
  ...[
    'Por favor dejen de escribirme',
    'deja de molestarme',
    'dejen de mandar mensajes',
    'paren de escribirme',
    'stop de mandar mensajes',
  ],
  ...['déjenme en paz', 'Déjame en paz', 'no vuelvan a escribirme', 'no me vuelvan a escribir', 'No molesten'],
  ...[
    'No quiero recibir mensajes',
    'no quiero más mensajes',
    'no quiero recibir más textos',
    'No quiero que me escriban',
  ],
  ...[
    'borren mi número',
    'Eliminen mi número de su lista',
    'denme de baja',
    'quiero darme de baja',
    'cancelar suscripción',
  ],
];

/** What only looks like it, and ordinary answers. */
const answers = [
  ...[
    "don't stop",
    'Dont stop!',
    "can't stop won't stop",
    "can't stop, won't stop",
    'never stop fighting',
    "I won't quit",
  ],
  ...[
    'the end is near',
    "I'll stop by",
    'stop by tomorrow?',
    'where is the bus stop',
    'cancel culture',
    'yes to end poverty',
  ],
  ...[
    'Will you stop the pipeline?',
    'Stop the steal',
    'How do we stop gun violence',
    'end the war',
    'cancel rent',
    'quit smoking',
  ],
  ...[
    'remove US troops',
    'I quit my job',
    "I don't want to get sick",
    'I never text',
    'Yes we should end it now and cancel rent',
  ],
  ...[
    'wrong number',
    'Wrong number',
    'no',
    'No.',
    'NO',
    'no gracias',
    'No, gracias',
    'no thanks',
    'No thank you',
    'Not interested',
  ],
  ...['Yes', 'START', 'UNSTOP', 'START please', 'HELP', 'ok', '👍', '', '   ', '?!', 'Who is this?', "I can't make it"],
  ...['You people are idiots', 'What a stupid text', 'This is garbage', 'I think you have the wrong person'],
  ...[
    'basta de corrupción',
    'alto costo de la vida',
    'Para mañana sí',
    'el fin de semana',
    'déjame pensarlo',
    'no me interesa',
  ],
  ...[
    'No puedo ese día',
    'Número equivocado',
    'Se equivocó de persona',
    'Son unos payasos',
    'nunca pares',
    'La baja de impuestos',
  ],
];

/** How phones tell that somebody liked our text, which says how to opt out. */
const tapbacks = [
  'Liked “Hi Ana, this is Sam. Reply STOP to opt out”',
  'Loved "Hi Ana, this is Sam. Stop to end"',
  'Removed a like from “Hi Ana. Text STOP to unsubscribe”',
  'Reacted 👍 to “Hi Ana. Reply stop to opt out”',
  '👍 to “Hi Ana. Reply STOP to opt out”',
  '\u200a👍\u200b to “\u200aHi Ana. Reply STOP to opt out\u200a”',
  'Le gustó “Hola Ana. Responda ALTO para no recibir más mensajes”',
];

const unclear = [
  ...[
    "don't stop texting me",
    "Don't text me at night",
    "don't text me after 9",
    "you don't text me enough",
    'go away',
  ],
  ...[
    'Stop Trump',
    'I never signed up for this',
    "Don't unsubscribe me",
    'this is spam',
    'I am reporting this as spam',
    '🛑',
  ],
  ...['enough', 'fuck off', 'para', 'No dejen de escribirme', 'es spam', 'los voy a reportar', "don't call me"],
];

describe('reading opt-out words', () => {
  it.each(keywords)('takes %j alone as an opt-out', (text) => {
    expect(readOptOut(text)).toBe('opt-out');
  });

  it.each(requests)('takes %j as an opt-out', (text) => {
    expect(readOptOut(text)).toBe('opt-out');
  });

  it.each(answers)('takes %j as an answer like any other', (text) => {
    expect(readOptOut(text)).toBe(null);
  });

  it.each(tapbacks)('does not take our own words for the contact’s: %j', (text) => {
    expect(readOptOut(text)).toBe(null);
  });

  it.each(unclear)('leaves %j to a person', (text) => {
    expect(readOptOut(text)).toBe('maybe');
  });

  const said = fc.constantFrom(...keywords, ...requests, ...answers.filter((text) => /\p{L}/u.test(text)), ...unclear);

  it('does not mind case', () => {
    fc.assert(
      fc.property(said, (text) => {
        expect(readOptOut(text.toUpperCase())).toBe(readOptOut(text));
        expect(readOptOut(text.toLowerCase())).toBe(readOptOut(text));
      }),
    );
  });

  it('does not mind spaces, punctuation and emoji around words', () => {
    const noise = fc.constantFrom(' ', '  ', '\n', '. ', ', ', ' - ', '!! ', ' 🙏 ', '… ', ' ❤️ ', '\t');
    const plain = said.filter((text) => !text.includes('🛑'));
    fc.assert(
      fc.property(plain, fc.array(noise, { minLength: 1, maxLength: 12 }), (text, noises) => {
        const noisy = text.split(' ').reduce((left, right, index) => left + noises[index % noises.length] + right);
        expect(readOptOut(`${noises[0]}${noisy}${noises[0]}`)).toBe(readOptOut(text));
      }),
    );
  });

  it('does not mind accents', () => {
    fc.assert(
      fc.property(said, (text) => {
        expect(readOptOut(text.normalize('NFD').replace(/\p{M}/gu, ''))).toBe(readOptOut(text));
      }),
    );
  });

  it('never throws, and says one of three things, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(['opt-out', 'maybe', null]).toContain(readOptOut(text));
      }),
    );
  });

  it('reads half a million characters of anything', () => {
    for (const piece of [
      'stop ',
      'remove my x off y z w ',
      'a',
      'please ',
      "don't text me ",
      'quitenme de ',
      '“',
      "'",
    ]) {
      expect(['opt-out', 'maybe', null]).toContain(readOptOut(piece.repeat(500_000 / piece.length)));
    }
  }, 5_000);
});
