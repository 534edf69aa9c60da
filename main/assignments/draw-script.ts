import { drawIndex } from '../../shared/domain/draw.ts';
import { asActionId, asContactId, asDeviceNumber, asWorldId, type WorldId, worldId } from '../../shared/domain/ids.ts';
import { type Action, findAction, listScripts } from '../actions/index.ts';
import type { Contact } from '../contacts/index.ts';
import type { StoredScript } from '../scripts/index.ts';
import type { Reader } from '../store/index.ts';

/**
 * The initial script that falls to a contact in an action: the same whenever and wherever it is asked for, because the
 * initial scripts of an action are fixed once it is published.
 * @throws when the action is unknown or has no initial script: it was never published, and nobody can be on a desk.
 */
export function drawScript(reader: Reader, device: number, actionId: number, contact: Contact): StoredScript {
  const action = findAction(reader, actionId);
  if (action === undefined) throw new Error('a script is drawn for an action that is not there');
  return drawFrom(listScripts(reader, actionId, 'initial'), device, action, contact);
}

/** The same, of scripts that were read before. */
export function drawFrom(
  scripts: readonly StoredScript[],
  device: number,
  action: Action,
  contact: Contact,
): StoredScript {
  const index = drawIndex(worldOfContact(device, contact), worldOfAction(device, action), scripts.length);
  const drawn = scripts[index];
  if (drawn === undefined) throw new Error('a draw beyond the scripts');
  return drawn;
}

function worldOfAction(device: number, { actionId, origin }: Action): WorldId {
  return origin === null ? worldId(asDeviceNumber(device), asActionId(actionId)) : asWorldId(origin);
}

function worldOfContact(device: number, { contactId }: Contact): WorldId {
  return worldId(asDeviceNumber(device), asContactId(contactId));
}
