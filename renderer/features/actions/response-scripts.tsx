import { Button } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { mostScripts } from '../../../shared/contract/limits.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { Card } from '../../ui/card.tsx';
import { Caution } from '../../ui/caution.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb, useVerbs } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './action-scripts.module.css';
import { RemoveResponseDialog } from './remove-response-dialog.tsx';
import { ResponseForm } from './response-form.tsx';
import { responseWritten, type WrittenResponse } from './responses-slice.ts';
import { ScriptText } from './script-text.tsx';

type Script = Output<'actions/read'>['responseScripts'][number];

interface ResponseScriptsProps {
  readonly actionId: number;
  readonly listId: number;
  readonly scripts: readonly Script[];
}

/** What texters answer with in an action that is out, to be added to, corrected and taken from while they do. */
export function ResponseScripts({ actionId, listId, scripts }: ResponseScriptsProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { data } = useReadSettingsQuery();
  const isScriptsOnly = data?.settings.ownWords === false;
  const open = useAppSelector(({ responses }) => responses.open[String(actionId)]);
  const [leaving, setLeaving] = useState<Script | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  /** What has the focus once the form is gone: the script that it was about, or `null` for one more. */
  const [focused, setFocused] = useState<{ readonly scriptId: number | null } | null>(null);
  const addButton = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused !== null && focused.scriptId === null) addButton.current?.querySelector('button')?.focus();
  }, [focused]);

  function begin(response: WrittenResponse): void {
    setSaved(null);
    setFocused(null);
    dispatch(responseWritten({ actionId, response }));
  }
  const add = useVerb({
    id: 'add-response',
    label: t('actions.addReply'),
    keys: 'a',
    isDisabled: open !== undefined || scripts.length >= mostScripts,
    run: () => begin({ scriptId: null, name: '', body: '' }),
  });
  useVerbs(
    scripts.map((script) => ({
      id: `change-response-${script.scriptId}`,
      label: t('actions.changeResponse', { name: script.name }),
      isDisabled: open !== undefined,
      run: () => begin(script),
    })),
  );
  const isNew = open !== undefined && !scripts.some(({ scriptId }) => scriptId === open.scriptId);
  const form = (response: WrittenResponse, before: Script | null) => (
    <ResponseForm
      actionId={actionId}
      listId={listId}
      response={before === null ? { ...response, scriptId: null } : response}
      before={before}
      onSaved={(scriptId) => {
        setSaved(scriptId);
        setFocused({ scriptId });
      }}
      onLeft={() => setFocused({ scriptId: response.scriptId })}
    />
  );
  return (
    <Card
      title={t('actions.replies')}
      lead={<span role="status">{t(saved === null ? 'actions.responsesLead' : 'actions.responseSaved')}</span>}
      tools={
        <div ref={addButton}>
          <VerbButton verb={add} variant="default" />
        </div>
      }
    >
      {scripts.length > 0 && (
        <ul className={styles.scripts}>
          {scripts.map((script) => (
            <li key={script.scriptId} className={styles.script}>
              {open?.scriptId === script.scriptId ? (
                form(open, script)
              ) : (
                <Response
                  script={script}
                  isFocused={focused?.scriptId === script.scriptId}
                  hasTools={open === undefined}
                  onChange={() => begin(script)}
                  onRemove={() => setLeaving(script)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {scripts.length === 0 && !isNew && (
        <p className={styles.none}>
          {isScriptsOnly ? <Caution>{t('actions.nobodyCanAnswer')}</Caution> : t('actions.noResponses')}
        </p>
      )}
      {isNew && open !== undefined && form(open, null)}
      {leaving !== null && (
        <RemoveResponseDialog actionId={actionId} script={leaving} onClose={() => setLeaving(null)} />
      )}
    </Card>
  );
}

interface ResponseProps {
  readonly script: Script;
  readonly isFocused: boolean;
  /** Not while another one is being written. */
  readonly hasTools: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function Response({ script: { name, body }, isFocused, hasTools, onChange, onRemove }: ResponseProps) {
  const { t } = useWords();
  const change = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFocused) change.current?.focus();
  }, [isFocused]);
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        {hasTools && (
          <div className={styles.tools}>
            <Button
              ref={change}
              variant="subtle"
              size="compact-sm"
              leftSection={<Pencil size={16} aria-hidden="true" />}
              aria-label={t('actions.changeResponse', { name })}
              onClick={onChange}
            >
              {t('actions.change')}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<Trash2 size={16} aria-hidden="true" />}
              aria-label={t('actions.removeText', { text: name })}
              onClick={onRemove}
            >
              {t('actions.remove')}
            </Button>
          </div>
        )}
      </div>
      <ScriptText body={body} />
    </>
  );
}
