import { tellShare } from './shares.ts';

/** How instants, numbers and phone numbers are written. */
export interface Formats {
  /** `November 22, 2026` */
  date(at: number): string;
  /** `2:05 PM` */
  time(at: number): string;
  /** `2:05 PM`, of minutes after midnight. */
  timeOfDay(minute: number): string;
  /** `Nov 22, 2:05 PM` */
  dateTime(at: number): string;
  /** The time of today, else the day. */
  when(at: number): string;
  number(value: number): string;
  /** `12%` of a share of a whole, 0 to 1. Next to nothing and to all in tenths: `0.5%`, `<0.1%`, `99.6%`. */
  percent(share: number): string;
  /** `(202) 555-0123`; a number of another country stays in E.164. */
  phone(e164: string): string;
}

const made = new Map<string, Formats>();

/** @param locale a BCP 47 tag */
export function formatsFor(locale: string): Formats {
  const known = made.get(locale);
  if (known !== undefined) return known;
  const written = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(locale, options));
  const dates = written({ dateStyle: 'long' });
  const days = written({ month: 'short', day: 'numeric' });
  const times = written({ timeStyle: 'short' });
  const dateTimes = written({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
  const numbers = once(() => new Intl.NumberFormat(locale));
  const percents = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }));
  const formats: Formats = {
    date: (at) => dates().format(at),
    time: (at) => times().format(at),
    // A day on which no clock is moved.
    timeOfDay: (minute) => times().format(new Date(2001, 0, 1, 0, minute)),
    dateTime: (at) => dateTimes().format(at),
    when: (at) => (isToday(at) ? times() : days()).format(at),
    number: (value) => numbers().format(value),
    percent: (share) => {
      const { percent, isBound } = tellShare(share);
      const sign = isBound === undefined ? '' : isBound === 'below' ? '<' : '>';
      return `${sign}${percents().format(percent / 100)}`;
    },
    phone: (e164) => e164.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3'),
  };
  made.set(locale, formats);
  return formats;
}

/** Makes something when it is first needed: each formatter takes milliseconds, and the first screen needs hardly any. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function isToday(at: number): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}
