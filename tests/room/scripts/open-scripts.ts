import { randomUUID } from 'node:crypto';
import { scriptsHandlers } from '../../../main/scripts/index.ts';
import { openRoomsWith } from '../campaign/rooms-with.ts';

/** The scripts room of a founded campaign with the field `issue_ID`, and an admin's session. */
export async function openScripts() {
  const out = new Set<number>();
  const rooms = await openRoomsWith((parts) => ({
    handlers: scriptsHandlers({ ...parts, whyFixed: () => null, isOut: (_reader, scriptId) => out.has(scriptId) }),
  }));
  await rooms.call('campaign/found', rooms.found());
  const admin = rooms.signIn('admin');
  const intent = () => ({ intentId: randomUUID() });
  await rooms.call('campaign/add-field', { ...intent(), slug: 'issue_ID', title: 'Issue' }, admin);
  rooms.events.length = 0;
  return {
    ...rooms,
    admin,
    /** From now on texters may send it. */
    putOut: (scriptId: number) => void out.add(scriptId),
    create: (body: string, name = 'Opening') => rooms.call('scripts/create', { ...intent(), name, body }, admin),
    change: (scriptId: number, body: string, name = 'Opening') =>
      rooms.call('scripts/change', { ...intent(), scriptId, name, body }, admin),
    check: (body: string) => rooms.call('scripts/check', { body }, admin),
  };
}
