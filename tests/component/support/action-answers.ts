import type { Output } from '../../../shared/contract/index.ts';
import { checkScript } from '../../../shared/domain/script-check.ts';
import { listVariables } from '../../../shared/domain/script-variables.ts';
import { countSegments } from '../../../shared/domain/segments.ts';
import { nobody, noPerformance } from '../../support/no-performance.ts';
import type { Answers } from './fake-bridge.ts';
import { settings } from './settings.ts';

type ActionView = Output<'actions/list'>['actions'][number];

/** An action as it is listed. */
export function anAction(changes: Partial<ActionView> = {}): ActionView {
  return {
    actionId: 9,
    name: 'Rally, first wave',
    state: 'published',
    listId: 3,
    listName: 'Eastside tenants',
    createdAt: 1_000,
    publishedAt: 2_000,
    endedAt: null,
    ...changes,
  };
}

function valuesOf(firstName: string, lastName: string, phone: string, fields: Record<string, string> = {}) {
  return {
    ...fields,
    first_name: firstName,
    last_name: lastName,
    full_name: `${firstName} ${lastName}`.trim(),
    email: '',
    phone,
    state_abbrev: '',
  };
}

/** Figures of an action whose contacts stand as told, and of whom nobody has written back. */
export function performance(
  standing: Partial<Output<'results/read-performance'>['progress']>,
): Output<'results/read-performance'> {
  const progress = { ...nobody, ...standing };
  return {
    ...noPerformance,
    contacts: Object.values(progress).reduce((sum, count) => sum + count, 0),
    progress,
    initialMessages: progress.sent,
    waiting: progress.waiting,
    withdrawn: progress.withdrawn,
  };
}

const variables = [...listVariables({ fields: ['issue_ID'] })];

/** What the screen of actions asks besides the actions themselves: a campaign with one list of two, and one number. */
export const aroundActions: Answers = {
  'campaign/read': { mode: 'practice', campaign: { name: 'Harbor Tenants Union', mode: 'practice', foundedAt: 0 } },
  'campaign/read-settings': {
    settings,
    joinCode: '123456',
  },
  'people/list-sign-in': {
    people: [
      { userId: 1, firstName: 'Rosa', lastName: 'Delgado', role: 'owner' },
      { userId: 2, firstName: 'Omar', lastName: 'Haddad', role: 'texter' },
    ],
  },
  'campaign/list-fields': { fields: [{ fieldId: 1, slug: 'issue_ID', title: 'Main issue' }] },
  'contacts/list-lists': {
    lists: [{ listId: 3, name: 'Eastside tenants', contactCount: 1_204, createdAt: 0 }],
    next: null,
  },
  'contacts/list-contacts': {
    contacts: [
      { contactId: 1, phone: '+12025550123', firstName: 'Ana', lastName: 'Alvarez', optedOut: false },
      { contactId: 2, phone: '+12025550124', firstName: 'Out', lastName: 'Already', optedOut: true },
      { contactId: 3, phone: '+12025550125', firstName: 'Ben', lastName: '', optedOut: false },
    ],
    next: null,
  },
  'scripts/read-values': {
    contacts: [
      { contactId: 1, values: valuesOf('Ana', 'Alvarez', '+12025550123', { custom_field_issue_ID: 'heating' }) },
      { contactId: 3, values: valuesOf('Ben', '', '+12025550125') },
    ],
  },
  'numbers/list': {
    numbers: [
      { numberId: 1, phone: '+12025550196', label: '', canText: true, segmentsPerSecond: 1, lost: false },
      { numberId: 2, phone: '+12025550197', label: '', canText: true, segmentsPerSecond: 1, lost: true },
    ],
    accountSegmentsPerSecond: null,
  },
  'scripts/list': { scripts: [], next: null },
  'scripts/list-variables': { variables },
  'scripts/check': ({ body }) => {
    const problems = [
      ...checkScript(
        body,
        variables.map(({ name }) => name),
      ),
    ];
    const { segments, encoding } = countSegments(body);
    return { problems, segments, encoding };
  },
  'actions/read-reach': { contacts: 1_204, optedOut: 0, unreachable: 0, locked: 0, lockMinutes: 360 },
  'actions/read-lacking': { contacts: 1_204, lacking: 0, contactId: null },
  'actions/list': { actions: [], next: null },
  'results/read-performance': performance({ sent: 280, waiting: 20, stopped: 2, claimed: 4, unassigned: 900 }),
  'assignments/read-progress': { unassigned: 900, claimed: 4, texted: 300, leftOut: 2 },
};
