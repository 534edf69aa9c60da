import styles from './today-screen.module.css';

/** The shape of what comes. */
export function TodaySkeleton() {
  return <div className={styles.skeleton} aria-hidden="true" />;
}
