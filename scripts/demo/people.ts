import type { Stage } from './stage.ts';

export const owner = { firstName: 'Rosa', lastName: 'Delgado' } as const;
export const texter = { firstName: 'Omar', lastName: 'Haddad' } as const;

/** Brings a texter into the campaign. */
export async function addTexter({ page, hands, camera }: Stage): Promise<void> {
  await hands.goTo('ControlOrMeta+7', 'People');
  await hands.press('n');
  await page.getByLabel('First name').waitFor();
  await hands.type(texter.firstName);
  await hands.press('Tab');
  await hands.type(texter.lastName);
  await camera.photograph('people-add');
  await hands.press('Enter');
  await page.getByText(`${texter.firstName} ${texter.lastName} was added.`).waitFor();
  await hands.look();
  await camera.photograph('people');
}

/** Signs out whoever is at the desk and signs another one in, by the key beside the name. */
export async function changePlaces(
  { page, hands, camera }: Stage,
  next: { readonly firstName: string; readonly lastName: string },
): Promise<void> {
  await hands.choose(page.getByRole('button', { name: /^Signed in as/ }));
  await hands.choose(page.getByRole('menuitem', { name: 'Sign out' }));
  const door = page.getByRole('button', { name: new RegExp(`${next.firstName} ${next.lastName}`) });
  await door.waitFor();
  await camera.photograph('who-are-you');
  await hands.press((await door.getAttribute('aria-keyshortcuts')) ?? '');
  await page.getByRole('button', { name: `Signed in as ${next.firstName} ${next.lastName}` }).waitFor();
  await hands.look();
}
