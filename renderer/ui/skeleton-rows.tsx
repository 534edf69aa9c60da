import styles from './skeleton-rows.module.css';

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Stands where a table is about to be, once that takes longer than one notices. */
export function SkeletonRows({ label }: { readonly label: string }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {rows.map((row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}
