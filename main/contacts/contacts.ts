import type { Reader, Tx } from '../store/index.ts';
import type { FieldName } from './import/columns.ts';
import { createImportWork, type ImportParts, importJob } from './import/job.ts';
import { createLeftOutWork, leftOutJob } from './left-out-export.ts';
import { findContactRowByPhone, insertOptOut } from './queries.ts';

export interface ContactsParts extends ImportParts {
  /** The campaign's custom fields; another room of this floor has them. */
  readonly listFields: (reader: Reader) => readonly FieldName[];
  /** Called in the transaction of an opt-out: what waits for that phone is withdrawn with it. */
  readonly onOptedOut: (tx: Tx, phone: string) => void;
}

export interface OptOut {
  /** E.164. */
  readonly phone: string;
  /** What said so: the contact's own words, a texter by hand, the carrier, or a list of opt-outs. */
  readonly source: 'words' | 'texter' | 'carrier' | 'list';
  /** The person who did it by hand; null otherwise. */
  readonly userId: number | null;
  readonly at: number;
}

export interface Contacts {
  /** Opts a phone out for ever. False when it was opted out already. Journals, and calls `onOptedOut`, in the transaction. */
  optOut(tx: Tx, what: OptOut): boolean;
}

/** Also defines the room's jobs, so that those of the last engine can be taken up. */
export function createContacts(parts: ContactsParts): Contacts {
  const { store, journal, jobs, announce, onOptedOut } = parts;
  jobs.define(importJob, createImportWork(parts));
  jobs.define(leftOutJob, createLeftOutWork(store));

  return {
    optOut: (tx, { phone, source, userId, at }) => {
      if (!insertOptOut(tx, { phone, source, userId, at })) return false;
      const contactId = findContactRowByPhone(tx, phone)?.id ?? null;
      journal.record(tx, { kind: 'contacts/opted-out', userId, entityId: contactId, payload: { source } });
      onOptedOut(tx, phone);
      const ids = contactId === null ? [] : [contactId];
      tx.afterCommit(() => announce({ event: 'changed', room: 'contacts', ids }));
      return true;
    },
  };
}
