import type { Output } from '../../../shared/contract/index.ts';
import { fullName } from '../../../shared/domain/full-name.ts';
import { displayPhone, type E164 } from '../../../shared/domain/phone.ts';
import { fieldSlug } from '../../../shared/domain/script-variables.ts';
import type { PreviewValues } from '../script-editor/preview.ts';
import type { PreviewContact } from './actions-api.ts';

export interface PreviewFacts {
  readonly contact: PreviewContact | null;
  readonly texter: { readonly firstName: string; readonly lastName: string } | null;
  readonly campaignName: string;
  readonly settings: Output<'campaign/read-settings'> | null;
  readonly sendingPhone: string | null;
  /** Canonical names of all variables; null while they are not known. */
  readonly known: ReadonlySet<string> | null;
}

const ofContact: ReadonlySet<string> = new Set([
  'first_name',
  'last_name',
  'full_name',
  'email',
  'phone',
  'state_abbrev',
]);

/**
 * The values of a preview, as the engine would fill them. While there is no contact, what depends on one is told apart
 * from what nobody knows.
 */
export function previewValues({
  contact,
  texter,
  campaignName,
  settings,
  sendingPhone,
  known,
}: PreviewFacts): PreviewValues {
  const fallbacks = {
    contact: settings?.settings.contactFallback ?? '',
    texter: settings?.settings.texterFallback ?? '',
  };
  return {
    fallbacks: contact === null ? { ...fallbacks, contact: '' } : fallbacks,
    values: {
      ...contact?.values,
      'user.first_name': texter?.firstName ?? null,
      'user.last_name': texter?.lastName ?? null,
      'user.full_name': texter === null ? null : fullName(texter),
      'campaign.name': campaignName,
      'campaign.description': settings?.settings.description ?? null,
      'campaign.join_code': settings?.joinCode ?? null,
      broadcast_phone_number: sendingPhone === null ? null : displayPhone(sendingPhone as E164),
    },
    isKnown: (name) => known?.has(name) ?? true,
    isLater: (name) => contact === null && (ofContact.has(name) || fieldSlug(name) !== null),
  };
}
