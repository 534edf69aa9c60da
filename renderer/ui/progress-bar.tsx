import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  /** The same in words and numbers. */
  readonly text: string;
  /** The words stand near by anyway: they are only read out. */
  readonly isBare?: boolean;
}

/** How far something is, as a bar with its numbers beside it. Bars that stand below each other are as long as each other. */
export function ProgressBar({ label, share, text, isBare = false }: ProgressBarProps) {
  return (
    <span className={styles.progress}>
      <progress className={styles.bar} max={1} value={share} aria-label={label} aria-valuetext={text} />
      {!isBare && (
        <span className={styles.text} aria-hidden="true">
          {text}
        </span>
      )}
    </span>
  );
}
