import { type ReactNode, useEffect, useId, useRef } from 'react';
import { measureText } from '../../../shared/domain/text-measure.ts';
import type { AppError } from '../../../shared/errors.ts';
import { focusInSight } from '../../ui/focus-in-sight.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { adviseOn } from './advice.ts';
import { dearIn } from './dear-characters.ts';
import { insertText, insertVariable } from './insert-text.ts';
import { introduce } from './introduce.ts';
import { apart, nextSentence } from './join-text.ts';
import { notesOn, type Place } from './notes.ts';
import { type PreviewValues, previewOf } from './preview.ts';
import styles from './script-editor.module.css';
import { ScriptField } from './script-field.tsx';
import { ScriptLength } from './script-length.tsx';
import { markScript } from './script-marks.ts';
import { ScriptNotes } from './script-notes.tsx';
import { ScriptPicker, type WrittenScript } from './script-picker.tsx';
import { useOfferedVariables } from './use-offered-variables.ts';
import { useScriptCheck } from './use-script-check.ts';
import { useTexterNames } from './use-texter-names.ts';
import { VariablesMenu } from './variables-menu.tsx';

export interface ScriptEditorProps {
  readonly label: string;
  readonly placeholder: string;
  readonly body: string;
  readonly onChange: (body: string) => void;
  readonly onPick: (script: WrittenScript) => void;
  /** The first text has to say more than those that follow. */
  readonly isInitial: boolean;
  /** The one that was last written in, of several on the screen. */
  readonly isCurrent: boolean;
  readonly onCurrent: () => void;
  readonly campaignName: string;
  /** For whom its length is counted. */
  readonly values: PreviewValues;
  /** Why it could not be kept. */
  readonly fault: AppError | undefined;
  /** Counts up when the cursor is to be put here. */
  readonly focusRequest: number;
  readonly tools?: ReactNode;
}

/** One text: writing it, with its checks and its length while it is written. */
export function ScriptEditor(props: ScriptEditorProps) {
  const { label, body, onChange, isInitial, isCurrent, onCurrent, campaignName, values, fault, focusRequest } = props;
  const { t, tell } = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const problems = useScriptCheck(body);
  const people = useTexterNames();
  const fields = useOfferedVariables();
  const preview = previewOf(body, values);
  const length = measureText(preview?.text ?? body);
  const advice = adviseOn({
    body,
    isInitial,
    campaignName,
    people,
    fields,
    segments: length.segments,
    isTooLong: length.tooLongBy > 0,
  });
  const warnings = advice.flatMap(({ place }) => (place === undefined ? [] : [place]));
  useEffect(() => {
    if (focusRequest > 0) focusInSight(field.current);
  }, [focusRequest]);

  const write = (text: string, place?: Place): void => {
    if (field.current === null) return;
    const { value, selectionStart, selectionEnd } = field.current;
    const written = place === undefined ? apart(text, value.slice(0, selectionStart), value.slice(selectionEnd)) : text;
    insertText(field.current, written, place);
  };
  const insert = (written: string): void => {
    if (field.current !== null) insertVariable(field.current, written);
  };
  const { checks, others } = notesOn({
    body,
    isInitial,
    isReadable: preview !== null,
    problems,
    advice,
    dear: dearIn(length),
    mending: {
      show: ({ start, end }) => {
        field.current?.focus();
        field.current?.setSelectionRange(start, end);
      },
      write,
      introduce: (subject, name, place) => {
        if (field.current === null) return;
        const { value, selectionStart, selectionEnd } = field.current;
        const at = place ?? { start: selectionStart, end: selectionEnd };
        const { text, ...where } = introduce({
          body: value,
          at,
          isGiven: place !== undefined,
          subject,
          name,
          campaignName,
        });
        insertText(field.current, text, where);
      },
      append: (text) => write(nextSentence(text, body), { start: body.length, end: body.length }),
    },
    t,
    tell,
  });
  const isKnown = fault?.kind === 'input' && problems.length > 0;
  return (
    <div className={styles.editor}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <ScriptField
        id={id}
        field={field}
        value={body}
        onChange={onChange}
        onFocus={onCurrent}
        marks={markScript(body, problems, warnings)}
        describedBy={`${id}-length`}
        isInvalid={problems.length > 0 || fault !== undefined}
        placeholder={props.placeholder}
      />
      <div className={styles.foot}>
        <div className={styles.tools}>
          {/* The menu closes and lets go of the focus first. */}
          <VariablesMenu isCurrent={isCurrent} onInsert={(written) => setTimeout(() => insert(written), 0)} />
          {props.tools}
          {/* Last, because it goes with the first key. */}
          {body === '' && <ScriptPicker onPick={props.onPick} />}
        </div>
        <ScriptLength id={`${id}-length`} measure={length} isAtLeast={(preview?.later.length ?? 0) > 0} />
      </div>
      {fault !== undefined && !isKnown && <Problem>{tell(fault)}</Problem>}
      <ScriptNotes checks={checks} others={others} isCurrent={isCurrent} />
    </div>
  );
}
