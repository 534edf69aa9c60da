import styles from './mark.module.css';

/** Our sign: a text, and the line it leaves by. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z" />
      <path className={styles.line} d="M6.5 10h11" />
    </svg>
  );
}
