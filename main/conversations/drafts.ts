import type { Actor, Output } from '../../shared/contract/index.ts';
import type { Reader, Tx } from '../store/index.ts';
import { reachOf } from './access.ts';

export interface Draft {
  readonly actionId: number;
  readonly contactId: number;
  readonly userId: number;
  readonly text: string;
  readonly scriptId: number | null;
  /** Own words that the script took the place of. */
  readonly replaced: string | null;
  /** Epoch ms. */
  readonly savedAt: number;
}

/** In the place of what this person wrote there before. Words that are only spaces are none. */
export function putDraft(tx: Tx, { actionId, contactId, userId, text, scriptId, replaced, savedAt }: Draft): void {
  if (text.trim() === '') {
    tx.run('DELETE FROM draft WHERE action_id = ? AND contact_id = ? AND user_id = ?', actionId, contactId, userId);
    return;
  }
  tx.run(
    `INSERT INTO draft (action_id, contact_id, user_id, body, script_id, replaced, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (action_id, contact_id, user_id) DO UPDATE SET body = excluded.body, script_id = excluded.script_id,
       replaced = excluded.replaced, saved_at = excluded.saved_at`,
    actionId,
    contactId,
    userId,
    text,
    scriptId,
    replaced,
    savedAt,
  );
}

interface DraftRow {
  readonly draft_id: number;
  readonly action_id: number;
  readonly contact_id: number;
  readonly assignment_state: string;
  readonly text: string;
  readonly script_id: number | null;
  readonly replaced: string | null;
  readonly saved_at: number;
}

/** What this person has begun to write where they still may, in the order of its beginning. */
export function listDrafts(
  reader: Reader,
  actor: Actor,
  { after, limit }: { readonly after: number; readonly limit: number },
): Output<'conversations/list-drafts'> {
  // A conversation that an admin reaches without having it has begun: its first text is its holder's alone.
  const isWithinReach = reachOf(actor) === null ? `assignment_state = 'texted'` : 'false';
  const rows = reader.all<DraftRow>(
    `SELECT draft_id, action_id, contact_id, assignment_state, text, script_id, replaced, saved_at FROM v_draft
     WHERE user_id = :userId AND draft_id > :after
       AND ((holder_id = :userId AND assignment_state IN ('claimed', 'texted')) OR ${isWithinReach})
     ORDER BY draft_id LIMIT :limit`,
    { userId: actor.userId, after, limit: limit + 1 },
  );
  const page = rows.slice(0, limit);
  return {
    drafts: page.map((row) => ({
      actionId: row.action_id,
      contactId: row.contact_id,
      isFirst: row.assignment_state === 'claimed',
      text: row.text,
      scriptId: row.script_id,
      replaced: row.replaced,
      savedAt: row.saved_at,
    })),
    next: rows.length > limit ? (page.at(-1)?.draft_id ?? null) : null,
  };
}
