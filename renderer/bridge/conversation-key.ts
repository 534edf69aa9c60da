/** One contact in one action. */
export interface ConversationName {
  readonly actionId: number;
  readonly contactId: number;
}

/** Names a conversation among all of them. */
export function keyOf({ actionId, contactId }: ConversationName): string {
  return `${actionId}/${contactId}`;
}

/** Whom a key of `keyOf` names. Throws for anything else. */
export function idOf(key: string): ConversationName {
  const [actionId, contactId] = key.split('/').map(Number);
  if (actionId === undefined || contactId === undefined) throw new Error('not the name of a conversation');
  return { actionId, contactId };
}
