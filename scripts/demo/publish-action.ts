import { initialScripts, responseScripts } from '../textbank/publish-action.ts';
import type { Stage } from './stage.ts';

export const actionName = 'Tuesday meeting';

/** From the open list to a published action, with two initial scripts and responses to choose from. */
export async function publishAction({ page, hands, camera }: Stage): Promise<void> {
  await hands.press('a');
  await page.getByLabel('Name of the action').waitFor();
  await hands.look();
  await hands.type(actionName);
  const [one, other] = initialScripts;
  await hands.choose(page.getByRole('textbox', { name: 'Text', exact: true }));
  await hands.write(one);
  await hands.choose(page.getByRole('button', { name: 'Add another initial script' }));
  await page.getByRole('textbox', { name: 'Text B' }).waitFor();
  await hands.write(other);
  await hands.look();
  await camera.photograph('action-texts');
  for (const [index, [name, text]] of responseScripts.entries()) {
    await hands.choose(page.getByRole('button', { name: 'Add a response script' }));
    await page.getByRole('textbox', { name: `Text of response ${index + 1}` }).waitFor();
    await hands.choose(page.getByRole('textbox', { name: 'Name of the response' }).nth(index));
    await hands.type(name);
    await hands.choose(page.getByRole('textbox', { name: `Text of response ${index + 1}` }));
    await hands.write(text);
  }
  await hands.look();
  await camera.photograph('action-replies');
  await hands.press('ControlOrMeta+Enter');
  await page.getByRole('dialog').getByText('Publish this action?').waitFor();
  await hands.look();
  await camera.photograph('publish');
  await hands.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Text now' }).waitFor();
  await hands.look();
  await camera.photograph('action');
}
