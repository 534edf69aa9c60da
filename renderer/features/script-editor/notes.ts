import type { AppError } from '../../../shared/errors.ts';
import type { Say } from '../../words/index.ts';
import { type Advice, type AdviceCode, isBar, isWarning } from './advice.ts';
import type { DearCharacters } from './dear-characters.ts';
import type { Introduced } from './introduce.ts';
import type { PlacedProblem } from './problem-places.ts';
import { type Check, checksOf, isCheck } from './script-checks.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What a note offers to do about what it says. */
export interface Mend {
  readonly label: string;
  readonly run: () => void;
}

/** One line about a text. */
export interface Note {
  readonly key: string;
  readonly tone: 'problem' | 'warning' | 'advice' | 'met' | 'open';
  readonly words: string;
  readonly mend?: Mend;
}

/** The ways to change a text from beside it. */
export interface Mending {
  /** Puts the cursor there. */
  readonly show: (place: Place) => void;
  /** Writes it at the place, or at the cursor without one. */
  readonly write: (text: string, place?: Place) => void;
  /** Writes who texts, or for whom: at the place, or where it reads well. */
  readonly introduce: (subject: Introduced, name: string, place?: Place) => void;
  /** Writes it at the end of the text. */
  readonly append: (text: string) => void;
}

const mostCharacters = 4;

const introducing: Partial<Readonly<Record<AdviceCode, Introduced>>> = {
  'no-texter': 'texter',
  'texter-by-hand': 'texter',
  'no-campaign': 'campaign',
};

interface NotesParts {
  readonly body: string;
  readonly isInitial: boolean;
  readonly isReadable: boolean;
  readonly problems: readonly PlacedProblem[];
  readonly advice: readonly Advice[];
  /** What makes it dear, if anything does. */
  readonly dear: DearCharacters | null;
  readonly mending: Mending;
  readonly t: Say;
  readonly tell: (error: AppError) => string;
}

/**
 * All that is to be said of a text: of a first one the three things that it has to say, met or not, and then what is to be
 * mended and what would make it better.
 */
export function notesOn({ body, isInitial, isReadable, problems, advice, dear, mending, t, tell }: NotesParts): {
  readonly checks: readonly Note[];
  readonly others: readonly Note[];
} {
  const mendOf = ({ code, place, insertion }: Advice): Mend | undefined => {
    if (code === 'no-opt-out') {
      const sentence = t('actions.scripts.optOutSentence');
      return { label: t('actions.scripts.addOptOut'), run: () => mending.append(sentence) };
    }
    if (insertion !== undefined) {
      const subject = introducing[code];
      return {
        label: t('actions.scripts.write', { text: insertion }),
        run: () =>
          subject === undefined ? mending.write(insertion, place) : mending.introduce(subject, insertion, place),
      };
    }
    return place && { label: t('actions.scripts.show'), run: () => mending.show(place) };
  };

  const adviceNote = (each: Advice): Note => {
    const mend = mendOf(each);
    return {
      // The same may be said of several places.
      key: `${each.code} ${each.place?.start ?? ''}`,
      tone: isBar(each) ? 'problem' : isWarning(each) ? 'warning' : 'advice',
      words: t(`actions.scripts.advice.${each.code}`, { name: each.name ?? '' }),
      ...(mend && { mend }),
    };
  };

  const checkNote = ({ subject, state, advice }: Check): Note =>
    advice === undefined
      ? {
          key: subject,
          tone: state === 'met' ? 'met' : 'open',
          words: t(state === 'met' ? `actions.scripts.met.${subject}` : `actions.scripts.open.${subject}`),
        }
      : { ...adviceNote(advice), key: subject };

  const problemNote = ({ start, end, error }: PlacedProblem): Note => {
    const suggestion = error.params?.['suggestion'];
    const place = { start, end };
    const mend =
      typeof suggestion === 'string'
        ? {
            label: t('actions.scripts.write', { text: suggestion }),
            run: () => mending.write(suggestion, place),
          }
        : { label: t('actions.scripts.show'), run: () => mending.show(place) };
    return { key: `${error.code} ${start}`, tone: 'problem', words: tell(error), mend };
  };

  const dearNote = ({ characters, segments, without }: DearCharacters): Note => ({
    key: 'dear',
    tone: 'advice',
    words: t('actions.scripts.dear', {
      characters: characters.slice(0, mostCharacters).join('  '),
      count: segments,
      without,
    }),
  });

  return {
    checks: isInitial ? checksOf(body, isReadable, advice).map(checkNote) : [],
    others: [
      ...problems.map(problemNote),
      ...advice.filter(isWarning).map(adviceNote),
      ...(dear === null ? [] : [dearNote(dear)]),
      ...advice.filter((each) => !isCheck(each) && !isWarning(each)).map(adviceNote),
    ],
  };
}
