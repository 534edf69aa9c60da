import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../shared/contract/index.ts';
import type { Reader } from '../store/index.ts';
import { findSession } from './queries.ts';

/** 256 bits: nobody guesses a session. */
export function mintToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The store keeps only this, so that a copied file signs nobody in. */
export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** Who acts with this token: `ended` when the session is over, null when there never was one. */
export function actorOf(reader: Reader, token: string): Actor | 'ended' | null {
  const session = findSession(reader, hashToken(token));
  if (session === undefined) return null;
  return session.ended_at === null ? { sessionId: session.id, userId: session.user_id, role: session.role } : 'ended';
}
