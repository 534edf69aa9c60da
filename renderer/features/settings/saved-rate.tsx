import { useWords } from '../../words/index.ts';
import { SavedNumber, type SavedNumberProps } from './saved-number.tsx';

/** Less than one segment in a hundred seconds is no rate; the contract has the same. */
const least = 0.01;

type SavedRateProps = Omit<SavedNumberProps, 'least' | 'isWhole' | 'bad'>;

/** A rate in segments per second; null is no limit. */
export function SavedRate(props: SavedRateProps) {
  const { t, formats } = useWords();
  const ends = { least: formats.number(least), most: formats.number(props.most) };
  return <SavedNumber {...props} least={least} bad={t('settings.numbers.badRate', ends)} />;
}
