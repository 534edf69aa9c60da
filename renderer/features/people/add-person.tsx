import { Radio, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { type Role, roles } from '../../../shared/contract/define.ts';
import { longestName } from '../../../shared/contract/limits.ts';
import { fullName } from '../../../shared/domain/full-name.ts';
import { oneLine } from '../../../shared/domain/one-line.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useIsHere } from '../../ui/use-is-here.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './add-person.module.css';
import { useAddPersonMutation } from './add-person-api.ts';

interface AddPersonProps {
  readonly isOpen: boolean;
  /** Only owners make admins and other owners. */
  readonly myRole: Role;
  /** Somebody is there now, even when the dialog has been left meanwhile. */
  readonly onAdded: (name: string) => void;
  readonly onClose: () => void;
}

/** The dialog that brings somebody into the campaign. */
export function AddPerson({ isOpen, onClose, ...form }: AddPersonProps) {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('people.add')}>
      <AddPersonForm {...form} onClose={onClose} />
    </Dialog>
  );
}

/** Lives as long as the dialog is open. */
function AddPersonForm({ myRole, onAdded, onClose }: Omit<AddPersonProps, 'isOpen'>) {
  const { t, tell } = useWords();
  const [addPerson, { isLoading, error }] = useAddPersonMutation();
  const intent = useIntent();
  const isHere = useIsHere();
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [role, setRole] = useState<Role>('texter');
  const [wasTried, setWasTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const firstNameField = useRef<HTMLInputElement>(null);
  const mayGive = (given: Role): boolean => myRole === 'owner' || given === 'texter' || given === 'lead';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isLoading) return;
    setWasTried(true);
    if (!firstName.trim()) return firstNameField.current?.focus();
    const input = { firstName: firstName.trim(), lastName: lastName.trim(), role };
    const { data } = await addPerson({ ...input, intentId: intent.of(input) });
    if (data === undefined) return;
    intent.done();
    onAdded(fullName(input));
    if (isHere()) onClose();
  }

  const cancel = useVerb({
    id: 'people-add-cancel',
    label: t('app.cancel'),
    keys: 'Escape',
    inDialog: true,
    run: onClose,
  });
  const add = useVerb({
    id: 'people-add-submit',
    label: isLoading ? t('people.submitting') : t('people.submit'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: isLoading,
    run: () => form.current?.requestSubmit(),
  });
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.lead}>
        {t('people.addLead')} {t('people.addNoPassword')}
      </p>
      <div className={styles.names}>
        <TextInput
          ref={firstNameField}
          label={t('people.firstName')}
          error={wasTried && !firstName.trim() ? t('people.missingFirstName') : null}
          value={firstName}
          onChange={({ currentTarget }) => setFirstName(oneLine(currentTarget.value))}
          maxLength={longestName}
          withAsterisk={false}
          required
          data-autofocus
        />
        <TextInput
          label={t('people.lastName')}
          value={lastName}
          onChange={({ currentTarget }) => setLastName(oneLine(currentTarget.value))}
          maxLength={longestName}
        />
      </div>
      <Radio.Group
        label={t('people.role')}
        description={myRole === 'owner' ? undefined : t('people.onlyOwners')}
        value={role}
        onChange={(chosen) => setRole(chosen as Role)}
      >
        <div className={styles.roles}>
          {roles.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`people.roles.${each}`)}
              description={t(`people.may.${each}`)}
              disabled={!mayGive(each)}
            />
          ))}
        </div>
      </Radio.Group>
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      <DialogButtons>
        <VerbButton verb={cancel} variant="default" />
        <VerbButton verb={add} isSubmit loading={isLoading} />
      </DialogButtons>
    </form>
  );
}
