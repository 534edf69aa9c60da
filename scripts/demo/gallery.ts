import type { Look } from './camera.ts';
import type { Stage } from './stage.ts';

/** The main screens with their keys. */
const screens = [
  ['today', '1'],
  ['contacts', '2'],
  ['actions', '3'],
  ['texting', '4'],
  ['inbox', '5'],
  ['results', '6'],
  ['people', '7'],
  ['settings', '8'],
] as const;

/** Colours are mixed into each other for a moment after they were changed. */
const recolouringMs = 600;

/** All main screens, with a batch on the desk, in dark colours, in Spanish and in a large window, chosen in the settings as a person does. */
export async function photographLooks({ page, hands, camera }: Stage): Promise<void> {
  await claimBatch();
  await photographAs('dark', ['Dark']);
  await photographAs('spanish', ['Light', 'Español']);
  await photographAs('large', ['English']);
  await camera.turnTo('light');
  await giveBatchBack();
  await photographDialogs();

  /** So that the desk is seen with somebody on it. */
  async function claimBatch(): Promise<void> {
    await hands.press('ControlOrMeta+4');
    await page.getByText('Ready when you are').waitFor();
    await hands.look();
    await hands.press('Enter');
    await page.getByRole('region', { name: 'The contact to text now' }).waitFor();
    await hands.look();
  }

  async function giveBatchBack(): Promise<void> {
    await hands.press('ControlOrMeta+4');
    await page.getByRole('region', { name: 'The contact to text now' }).waitFor();
    await hands.look();
    await hands.press('g');
    await page.getByRole('heading', { name: /given back$/ }).waitFor();
  }

  async function photographAs(look: Look, choices: readonly string[]): Promise<void> {
    await hands.goTo('ControlOrMeta+8', look === 'large' ? 'Ajustes' : 'Settings');
    for (const words of choices) await hands.choose(page.getByText(words, { exact: true }));
    await camera.turnTo(look);
    await page.waitForTimeout(recolouringMs);
    for (const [name, digit] of screens) {
      await hands.press(`ControlOrMeta+${digit}`);
      await page.locator(`nav [aria-current=page][aria-keyshortcuts$="+${digit}"]`).waitFor();
      await hands.look();
      await camera.photograph(name);
    }
  }

  async function photographDialogs(): Promise<void> {
    await hands.goTo('ControlOrMeta+1', 'Today');
    await camera.photograph('today');
    await hands.press('ControlOrMeta+k');
    await hands.look();
    await hands.type('text');
    await camera.photograph('palette');
    await hands.press('Escape');
    await hands.goTo('ControlOrMeta+3', 'Actions');
    await camera.photograph('actions');
    await hands.press('?');
    await hands.look();
    await camera.photograph('keys');
    await hands.press('Escape');
    await hands.goTo('ControlOrMeta+2', 'Contacts');
    await camera.photograph('contacts');
    await hands.goTo('ControlOrMeta+8', 'Settings');
    await hands.choose(
      page.getByRole('navigation', { name: 'Parts of the settings' }).getByText('This computer', { exact: true }),
    );
    await hands.look();
    await camera.photograph('settings-computer');
  }
}
