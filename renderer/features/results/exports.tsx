import { useEffect, useRef } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import type { ListedAction } from '../../bridge/rooms/actions.ts';
import { Card } from '../../ui/card.tsx';
import { Problem } from '../../ui/problem.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { VerbSwitch } from '../../verbs/verb-switch.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { ExportLine } from './export-line.tsx';
import styles from './exports.module.css';
import { formatChosen, type Report } from './exports-slice.ts';
import { useExport } from './use-export.ts';

const keys = { contacts: 'c', messages: 'm' } as const;

/** Spreadsheets of the action: which, in what format, and how far they are. */
export function Exports({ action }: { readonly action: ListedAction }) {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const { format, started } = useAppSelector(({ exports }) => exports);
  const { start, isBusy, error } = useExport(action);
  const ofAction = started.filter(({ actionId }) => actionId === action.actionId);
  const list = useRef<HTMLUListElement>(null);
  const count = useRef(ofAction.length);
  // Whoever pressed a key may be looking at the top of a long screen, and would see nothing come of it.
  useEffect(() => {
    if (ofAction.length > count.current) list.current?.scrollIntoView({ block: 'nearest' });
    count.current = ofAction.length;
  }, [ofAction.length]);
  return (
    <Card
      title={t('results.exports')}
      lead={t('results.exportsLead')}
      tools={
        <div className={styles.tools}>
          <VerbSwitch
            id="results-other-format"
            size="xs"
            label={t('results.format')}
            verbLabel={t('results.otherFormat')}
            keys="f"
            value={format}
            onChange={(chosen) => dispatch(formatChosen(chosen))}
            options={[
              { value: 'xlsx', label: t('results.formats.xlsx') },
              { value: 'csv', label: t('results.formats.csv') },
            ]}
          />
          <ExportButton report="contacts" isBusy={isBusy} onStart={start} />
          <ExportButton report="messages" isBusy={isBusy} onStart={start} />
        </div>
      }
    >
      {error !== null && <Problem>{tell(error)}</Problem>}
      {ofAction.length > 0 && (
        <ul className={styles.started} ref={list} aria-label={t('results.started')}>
          {ofAction.map((one) => (
            <ExportLine key={one.jobId} started={one} />
          ))}
        </ul>
      )}
    </Card>
  );
}

interface ExportButtonProps {
  readonly report: Report;
  readonly isBusy: boolean;
  readonly onStart: (report: Report) => Promise<void>;
}

function ExportButton({ report, isBusy, onStart }: ExportButtonProps) {
  const { t } = useWords();
  const verb = useVerb({
    id: `results-export-${report}`,
    label: t(`results.export.${report}`),
    alsoCalled: 'csv xlsx excel',
    keys: keys[report],
    isDisabled: isBusy,
    run: () => void onStart(report),
  });
  return <VerbButton verb={verb} variant="default" />;
}
