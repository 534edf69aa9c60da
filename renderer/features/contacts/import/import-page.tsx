import type { ImportStep } from '../import-slice.ts';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { JobStep } from './job-step.tsx';

/** The import of a list: which file, what its columns hold, and what has come of it. */
export function ImportPage({ step }: { readonly step: ImportStep }) {
  switch (step.step) {
    case 'file':
      return <FileStep error={step.error} />;
    case 'columns':
      return <ColumnsStep key={step.file.token} {...step} />;
    case 'job':
      return <JobStep key={step.jobId} jobId={step.jobId} />;
  }
}
