import { randomUUID } from 'node:crypto';
import { campaignHandlers } from '../../../main/campaign/index.ts';
import { createPeople, peopleHandlers } from '../../../main/people/index.ts';
import { openRoomsWith } from './rooms-with.ts';

/** The rooms of the first floor on a new store, with a count of how often the rest was told of new settings. */
export async function openCampaign() {
  const told = { settingsChanged: 0 };
  return openRoomsWith((parts) => {
    const people = createPeople(parts);
    const campaign = campaignHandlers({
      ...parts,
      addOwner: (tx, person) => people.addPerson(tx, { ...person, role: 'owner', addedBy: null }),
      // Whoever is told may write at once: the change is committed.
      onSettingsChanged: () =>
        parts.store.write(() => {
          told.settingsChanged += 1;
        }),
    });
    return { handlers: { ...campaign, ...peopleHandlers(people, parts.store) }, told };
  });
}

/** The same after its founding, with an admin's session. */
export async function openFoundedCampaign() {
  const rooms = await openCampaign();
  await rooms.call('campaign/found', rooms.found());
  const admin = rooms.signIn('admin');
  rooms.events.length = 0;
  return {
    ...rooms,
    admin,
    change: (changes: Parameters<typeof rooms.call<'campaign/change-settings'>>[1]['changes'], session = admin) =>
      rooms.call('campaign/change-settings', { intentId: randomUUID(), changes }, session),
    addField: (slug: string, title = 'Issue', session = admin) =>
      rooms.call('campaign/add-field', { intentId: randomUUID(), slug, title }, session),
  };
}
