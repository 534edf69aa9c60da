import { randomUUID } from 'node:crypto';
import { type Bank, outcomeOfJob } from './bank.ts';
import type { Listed } from './list-file.ts';

/** What contacts are sent first; each gets one of them. */
export const initialScripts = [
  'Hi ##{{first_name}}, ##{{user.first_name}} from Harbor Tenants Union. Will you come on Tuesday to ##{{custom_field_polling_place}}? STOP to opt out',
  'Hello ##{{first_name}}! ##{{user.first_name}} here, Harbor Tenants Union. Can we count on you at ##{{custom_field_polling_place}}? Reply STOP to end',
] as const;
/** Name and text of what texters answer with. */
export const responseScripts = [
  [
    'Where and when',
    'Good question, ##{{first_name}}: Tuesday at 6 pm, ##{{custom_field_polling_place}}. ##{{user.first_name}}',
  ],
  ['Come along', 'Bring whom you like, ##{{first_name}}!'],
] as const;

/** Writes the scripts, makes the action and publishes it. Gives its id. */
export async function publishAction(bank: Bank, listId: number): Promise<number> {
  const { owner, log } = bank;
  const create = async (name: string, body: string): Promise<number> =>
    (await owner.must('scripts/create', { intentId: randomUUID(), name, body })).scriptId;

  const initialScriptIds = [];
  for (const [index, body] of initialScripts.entries())
    initialScriptIds.push(await create(`First text ${index + 1}`, body));
  const responseScriptIds = [];
  for (const [name, body] of responseScripts) responseScriptIds.push(await create(name, body));

  const slip = await create('With a slip', 'Hi ##{{frist_name}}, will you come?');
  const action = { name: 'Tuesday meeting', listId, initialScriptIds, responseScriptIds };
  const withSlip = { ...action, initialScriptIds: [...initialScriptIds, slip] };
  const { actionId } = await owner.must('actions/create', { intentId: randomUUID(), ...withSlip });
  const refused = await owner.ask('actions/publish', { intentId: randomUUID(), actionId });
  if (refused.ok || refused.error.code !== 'script/unknown-variable') {
    log.complaints.push('an action with an unknown variable in a script was not refused for it');
  }
  await owner.must('actions/change', { intentId: randomUUID(), actionId, ...action });
  const { jobId } = await owner.must('actions/publish', { intentId: randomUUID(), actionId });
  await outcomeOfJob(bank, 'the action to be published', jobId);
  return actionId;
}

/** What a contact may be sent first, and by whom, filled without the engine's help. */
export function firstTextsFor(contact: Listed, texterName: string): readonly string[] {
  return initialScripts.map((body) => fill(body, contact, texterName));
}

/** What the script for questions says to this contact. */
export function questionAnswerFor(contact: Listed, texterName: string): string {
  return fill(responseScripts[0][1], contact, texterName);
}

function fill(body: string, contact: Listed, texterName: string): string {
  return body
    .replaceAll('##{{first_name}}', contact.firstName)
    .replaceAll('##{{user.first_name}}', texterName)
    .replaceAll('##{{custom_field_polling_place}}', contact.pollingPlace);
}
