/**
 * Keeps the credentials of live campaigns: sealed by the keychain in the campaign's folder, or without a keychain in
 * memory until Fieldline is closed. It gives them to the engine alone; everybody else gets the last characters.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CarrierCredentials } from '../../shared/contract/parent.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import type { Campaign } from './campaigns.ts';
import type { Keychain } from './keychain.ts';
import { judgeCredentials } from './typed-credentials.ts';
import { writeWholeFile } from './whole-file.ts';

export interface CredentialsView {
  readonly credentials: { readonly accountSidEnding: string; readonly apiKeySidEnding: string } | null;
  readonly hasKeychain: boolean;
  readonly notice: AppError<'app/no-keychain' | 'app/credentials-unreadable'> | null;
}

export interface CredentialsKeeper {
  /** For the engine, and nobody else. Null when there are none, or none that can be unsealed. */
  read(campaign: Campaign): CarrierCredentials | null;
  view(campaign: Campaign): CredentialsView;
  /** @throws when they cannot be written; then those from before still stand. */
  keep(campaign: Campaign, credentials: CarrierCredentials): void;
  forget(campaign: Campaign): void;
}

const sealedFileIn = ({ folder }: Campaign): string => join(folder, 'carrier-credentials');

export function keepCredentials(keychain: Keychain): CredentialsKeeper {
  /** What no keychain could seal, by campaign. */
  const untilClosed = new Map<string, CarrierCredentials>();

  function read(campaign: Campaign): CarrierCredentials | null {
    const inMemory = untilClosed.get(campaign.id);
    if (inMemory !== undefined) return inMemory;
    const sealed = readSealed(campaign);
    if (sealed === null || !keychain.isAvailable()) return null;
    const opened = keychain.unseal(sealed);
    return opened === null ? null : parse(opened);
  }

  function noticeFor(campaign: Campaign, found: CarrierCredentials | null): CredentialsView['notice'] {
    if (!keychain.isAvailable()) return appError('app/no-keychain');
    return found === null && readSealed(campaign) !== null ? appError('app/credentials-unreadable') : null;
  }

  return {
    read,
    view(campaign) {
      const hasKeychain = keychain.isAvailable();
      // A practice campaign has no credentials, and what this computer lacks does not concern it.
      if (campaign.mode === 'practice') return { credentials: null, hasKeychain, notice: null };
      const found = read(campaign);
      return { credentials: found && endingsOf(found), hasKeychain, notice: noticeFor(campaign, found) };
    },
    keep(campaign, credentials) {
      if (keychain.isAvailable()) {
        writeWholeFile(sealedFileIn(campaign), keychain.seal(JSON.stringify(credentials)));
        untilClosed.delete(campaign.id);
      } else {
        untilClosed.set(campaign.id, credentials);
      }
    },
    forget(campaign) {
      untilClosed.delete(campaign.id);
      rmSync(sealedFileIn(campaign), { force: true });
    },
  };
}

export function endingsOf({ accountSid, apiKeySid }: CarrierCredentials): NonNullable<CredentialsView['credentials']> {
  return { accountSidEnding: accountSid.slice(-4), apiKeySidEnding: apiKeySid.slice(-4) };
}

function readSealed(campaign: Campaign): Uint8Array | null {
  try {
    return readFileSync(sealedFileIn(campaign));
  } catch {
    return null;
  }
}

/** What was sealed by another version may have another shape, and is then as good as not there. */
function parse(text: string): CarrierCredentials | null {
  try {
    const judged = judgeCredentials(JSON.parse(text) as CarrierCredentials);
    return judged.ok ? judged.value : null;
  } catch {
    return null;
  }
}
