/**
 * Every way a call can fail, by code. The kind decides what the person sees:
 * `input` can be fixed by them and is shown inline; `refused` is a rule that said no; `wait` is mended by time and
 * stands in the status strip; `setup` needs an admin and is a banner with a button; `bug` is our fault and comes
 * with an incident id. The sentences are in `sentences/`.
 */
export type ErrorKind = 'input' | 'refused' | 'wait' | 'setup' | 'bug';

export const errorKinds = {
  'internal/bug': 'bug',

  'serve/unknown-call': 'bug',
  'serve/bad-request': 'bug',
  'serve/bad-input': 'bug',
  'serve/not-allowed': 'refused',
  'serve/not-signed-in': 'refused',
  'serve/session-ended': 'refused',
  'serve/intent-reused': 'bug',
  'serve/file-not-registered': 'refused',

  'store/newer-version': 'setup',
  'store/damaged': 'setup',
  'store/not-a-store': 'setup',
  'store/network-folder': 'setup',
  'store/sync-folder': 'setup',
  'store/in-use': 'setup',
  'store/not-writable': 'setup',
  'store/disk-full': 'wait',
  'store/migration-changed': 'bug',
  'store/superseded': 'bug',

  'jobs/not-found': 'input',
  'jobs/already-ended': 'refused',

  'campaign/already-founded': 'refused',
  'campaign/not-founded': 'setup',
  'campaign/unknown-zone': 'input',
  'campaign/bad-hours': 'input',
  'campaign/bad-slug': 'input',
  'campaign/field-exists': 'input',

  'people/unknown-person': 'input',
  'people/role-too-high': 'refused',

  'carrier/not-set-up': 'setup',
  'carrier/wrong-credentials': 'setup',
  'carrier/account-suspended': 'setup',
  'carrier/no-numbers': 'setup',
  'carrier/unreachable': 'wait',
  'carrier/busy': 'wait',
  'carrier/faulty': 'wait',
  'carrier/refused': 'setup',
  'carrier/forbidden-host': 'setup',

  'contacts/file-unreadable': 'input',
  'contacts/not-csv': 'input',
  'contacts/empty-file': 'input',
  'contacts/line-too-long': 'input',
  'contacts/no-phone-column': 'input',
  'contacts/unknown-list': 'input',
  'contacts/unknown-import': 'input',
  'contacts/unknown-contact': 'input',
  'contacts/not-a-phone': 'input',
  'contacts/no-area-code': 'input',

  'spreadsheets/not-writable': 'input',

  'scripts/not-found': 'input',
  'scripts/empty': 'input',

  'numbers/none': 'setup',
  'numbers/not-found': 'input',

  'actions/not-found': 'input',
  'actions/not-draft': 'refused',
  'actions/no-initial-script': 'input',
  'actions/empty-list': 'input',
  'actions/script-twice': 'input',
  'actions/not-published': 'refused',
  'actions/not-paused': 'refused',
  'actions/paused': 'wait',
  'actions/ended': 'refused',
  'actions/too-many-responses': 'refused',
  'actions/response-gone': 'refused',

  'assignments/none-left': 'refused',
  'assignments/outside-hours': 'wait',
  'assignments/answer-first': 'refused',
  'assignments/not-yours': 'refused',
  'assignments/already-texted': 'refused',

  'outbox/empty-text': 'input',
  'outbox/too-long': 'input',
  'outbox/unfilled-variable': 'input',
  'outbox/own-words': 'refused',
  'outbox/opted-out': 'refused',
  'outbox/blocked-phone': 'refused',
  'outbox/unreachable-phone': 'refused',
  'outbox/not-found': 'input',
  'outbox/already-decided': 'refused',
  'outbox/store-not-matched': 'wait',
  'outbox/clock-unsure': 'wait',
  'outbox/replies-first': 'wait',
  'outbox/sending-refused': 'setup',

  'conversations/not-found': 'input',

  'script/unknown-variable': 'input',
  'script/no-hashes': 'input',
  'script/not-closed': 'input',
  'script/half-written': 'input',
  'script/extra-braces': 'input',
  'script/stray-braces': 'input',
  'script/empty-variable': 'input',
  'script/bad-name': 'input',
  'script/own-fallback': 'input',

  'carrier/practice-only': 'setup',
  'carrier/live-only': 'setup',
  'app/unknown-campaign': 'input',
  'app/not-live': 'refused',
  'app/bad-account-sid': 'input',
  'app/bad-api-key-sid': 'input',
  'app/bad-api-key-secret': 'input',
  'app/no-keychain': 'setup',
  'app/credentials-unreadable': 'setup',
  'app/credentials-not-kept': 'setup',
  'app/file-gone': 'input',
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorKinds;

/** Values for the `{name}` places of an error's sentence. Never a secret, a full phone number, a name or a body. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export interface AppError<Code extends ErrorCode = ErrorCode> {
  readonly code: Code;
  readonly kind: ErrorKind;
  readonly params?: ErrorParams;
  /** Only for kind `bug`: finds the stack in the engine's log. */
  readonly incidentId?: string;
}

export function appError<Code extends ErrorCode>(code: Code, params?: ErrorParams): AppError<Code> {
  return params === undefined ? { code, kind: errorKinds[code] } : { code, kind: errorKinds[code], params };
}
