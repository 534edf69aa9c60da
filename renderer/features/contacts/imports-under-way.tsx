import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { useListJobsQuery } from '../../bridge/jobs-api.ts';
import styles from './contacts.module.css';
import { isRunningImport } from './import/import-outcome.ts';
import { ImportLine } from './import-line.tsx';
import { importSeen, importShown } from './import-slice.ts';

/** Imports that go on while one does something else, and those that have ended since, until they are looked at. */
export function ImportsUnderWay() {
  const dispatch = useAppDispatch();
  const { data: jobs = [] } = useListJobsQuery();
  const { awaited, listNames } = useAppSelector((state) => state.import);
  const told = jobs.filter((job) => isRunningImport(job) || awaited.includes(job.jobId));
  if (told.length === 0) return null;
  return (
    <div className={styles.stack}>
      {told.map((job) => (
        <ImportLine
          key={job.jobId}
          job={job}
          listName={listNames[job.jobId]}
          onShow={() => void dispatch(importShown(job.jobId))}
          onSeen={() => void dispatch(importSeen(job.jobId))}
        />
      ))}
    </div>
  );
}
