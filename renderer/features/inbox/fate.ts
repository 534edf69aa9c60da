import type { MessageState } from '../../../shared/domain/message-state.ts';

/** What has become of a text, as a person asks it. */
export type Fate =
  | 'waits'
  | 'leaving'
  | 'checked'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'notDelivered'
  | 'refused'
  | 'blocked'
  | 'needsPerson'
  | 'withdrawn';

const fates: Readonly<Record<Exclude<MessageState, 'handed-over'>, Fate>> = {
  queued: 'waits',
  sending: 'leaving',
  uncertain: 'checked',
  refused: 'refused',
  blocked: 'blocked',
  'needs-person': 'needsPerson',
  cancelled: 'withdrawn',
};

/** Words of the carrier that are an end. Before them a text that it has is on its way, which is called sent. */
const ends: ReadonlyMap<string | null, Fate> = new Map([
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['failed', 'notDelivered'],
  ['undelivered', 'notDelivered'],
  ['canceled', 'notDelivered'],
]);

export function fateOf({ state, status }: { readonly state: MessageState; readonly status: string | null }): Fate {
  return state === 'handed-over' ? (ends.get(status) ?? 'sent') : fates[state];
}

/** How loud it is told. */
export function toneOf(fate: Fate): 'quiet' | 'waiting' | 'problem' {
  switch (fate) {
    case 'waits':
    case 'checked':
    case 'needsPerson':
      return 'waiting';
    case 'notDelivered':
    case 'refused':
    case 'blocked':
      return 'problem';
    default:
      return 'quiet';
  }
}
