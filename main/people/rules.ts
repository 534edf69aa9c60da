import type { Role } from '../../shared/contract/index.ts';

/** Owners hold the roles: an admin brings in texters and leads, and nobody as high as an admin. */
export function mayGiveRole(giver: Role, given: Role): boolean {
  if (giver === 'owner') return true;
  return giver === 'admin' && (given === 'texter' || given === 'lead');
}
