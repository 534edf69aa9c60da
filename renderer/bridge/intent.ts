import { uuidV7 } from '../../shared/domain/ids.ts';

/**
 * Names one act of a person, such as one sending of one form. It is minted with the act and kept for every repetition
 * of it, so that the store does it once. Version 7, because the store keeps intents in order, and neighbours in time
 * then are neighbours in its index.
 */
export function mintIntentId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
