import styles from './status-strip.module.css';

/** The foot of the window: the line, and what waits and why. */
export function StatusStrip() {
  return <footer className={styles.strip} />;
}
