/**
 * What the engine asks its parent for, besides windows: the carrier to text through, once it holds the store and knows
 * what kind it is, and answers about credentials that somebody has just typed. Credentials come this way only, never as
 * an argument, in the environment or in a file that is not sealed. And it tells who acts with a session, for the calls
 * that the parent answers itself.
 */
import { z } from 'zod';
import {
  type CarrierAccess,
  type CarrierCredentials,
  type CheckedAccount,
  carrierAccess,
  carrierCredentials,
  type Identity,
} from '../shared/contract/index.ts';
import type { AppError } from '../shared/errors.ts';
import type { Result } from '../shared/result.ts';
import type { ParentPort } from './serve/index.ts';

const answerToOpened = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('carrier-coming'), accountSid: z.string().min(1) }),
  z.object({ kind: z.literal('carrier'), carrier: carrierAccess.nullable() }),
  z.object({ kind: z.literal('stop') }),
]);

export type OfferedCarrier =
  /** Null when there is no carrier now; then the engine is started again when there is one. */
  | { readonly is: 'here'; readonly access: CarrierAccess | null }
  /** `access` comes late, or never; then, too, the engine is started again. */
  | { readonly is: 'coming'; readonly accountSid: string; readonly access: Promise<CarrierAccess> };

export function askForCarrier(
  parent: ParentPort,
  mode: 'practice' | 'live',
  onStop: () => void,
): Promise<OfferedCarrier> {
  return new Promise((resolve) => {
    let isAnswered = false;
    let arrive: ((access: CarrierAccess) => void) | null = null;
    parent.on('message', ({ data }) => {
      // From the answer on, the port's door listens, but for a carrier that was said to come.
      if (isAnswered && arrive === null) return;
      const said = answerToOpened.safeParse(data).data;
      if (said?.kind === 'stop' && !isAnswered) onStop();
      if (said?.kind === 'carrier') {
        if (said.carrier !== null) arrive?.(said.carrier);
        resolve({ is: 'here', access: said.carrier });
      }
      if (said?.kind === 'carrier-coming') {
        const access = new Promise<CarrierAccess>((come) => {
          arrive = come;
        });
        resolve({ is: 'coming', accountSid: said.accountSid, access });
      }
      isAnswered ||= said !== undefined && said.kind !== 'stop';
    });
    parent.postMessage({ kind: 'opened', mode });
  });
}

const checkAsked = z.object({ kind: z.literal('check-credentials'), n: z.int(), credentials: carrierCredentials });

export function answerCredentialChecks(
  parent: ParentPort,
  check: (credentials: CarrierCredentials) => Promise<Result<CheckedAccount, AppError>>,
): void {
  parent.on('message', ({ data }) => {
    const asked = checkAsked.safeParse(data).data;
    if (asked === undefined) return;
    const { n, credentials } = asked;
    void check(credentials).then((outcome) => parent.postMessage({ kind: 'credentials-checked', n, outcome }));
  });
}

const identityAsked = z.object({ kind: z.literal('identify'), n: z.int(), session: z.string().max(200).nullable() });

/** The store is closing or broken. That is no reason to end anybody's session. */
const unknown: Identity = { isFounded: true, role: 'unknown' };

export function answerIdentities(parent: ParentPort, identify: (session: string | null) => Promise<Identity>): void {
  parent.on('message', ({ data }) => {
    const asked = identityAsked.safeParse(data).data;
    if (asked === undefined) return;
    const { n, session } = asked;
    void identify(session)
      .catch(() => unknown)
      .then((identity) => parent.postMessage({ kind: 'identified', n, identity }));
  });
}
