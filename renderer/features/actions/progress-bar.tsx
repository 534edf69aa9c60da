import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  readonly text: string;
}

/** How far something is, as a bar with its numbers beside it. */
export function ProgressBar({ label, share, text }: ProgressBarProps) {
  return (
    <span className={styles.progress}>
      <progress className={styles.bar} max={1} value={share} aria-label={label} aria-valuetext={text} />
      <span className={styles.text} aria-hidden="true">
        {text}
      </span>
    </span>
  );
}
