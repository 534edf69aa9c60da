import { Progress } from '@mantine/core';

interface ReadingBarProps {
  readonly label: string;
  readonly done: number;
  /** Null while the size of the work is not known. */
  readonly total: number | null;
}

/** How far a file has been read. */
export function ReadingBar({ label, done, total }: ReadingBarProps) {
  const percent = total === null || total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100));
  return (
    <Progress.Root size="md" transitionDuration={0}>
      <Progress.Section value={percent} aria-label={label} />
    </Progress.Root>
  );
}
