import { describe, expect, it } from 'vitest';
import { createAdmission } from '../../../main/app/admission.ts';
import { type AppHandlers, answerAppCall } from '../../../main/app/answer-call.ts';
import { createIntents } from '../../../main/app/intents.ts';
import type { Identity, Role } from '../../../shared/contract/index.ts';
import { roles } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/result.ts';

const intentId = '3f2b8a52-7a1c-4a0e-9f59-0c5f3f3d6f10';
const typed = { intentId, accountSid: 'AC1', apiKeySid: 'SK1', apiKeySecret: 'secret' };

/** Each call that is not for everybody, with an input that it takes. */
const inputs = {
  'app/show-data-folder': {},
  'app/create-campaign': { intentId, mode: 'live' },
  'app/read-credentials': {},
  'app/save-credentials': typed,
  'app/forget-credentials': {},
  'app/choose-save-file': { suggestedName: 'results.csv' },
  'app/show-file': { token: 'token-1' },
  'app/offer-sample-list': {},
} as const;
type Name = keyof typeof inputs;
const names = Object.keys(inputs) as Name[];
const ofTheOwner: readonly string[] = ['app/save-credentials', 'app/forget-credentials'];

/** Main with handlers that only count, and an engine that knows one session. */
function open(identity: Identity | null | (() => Promise<Identity | null>)) {
  const acted: string[] = [];
  const sessions: (string | null)[] = [];
  const desk = { opening: 1 };
  const handlers = new Proxy({}, { get: (_all, name: string) => () => ok({ acted: acted.push(name) }) });
  const admit = createAdmission({
    openingNow: () => desk.opening,
    identify: (session) => {
      sessions.push(session);
      return typeof identity === 'function' ? identity() : Promise.resolve(identity);
    },
  });
  const noteIncident = (_where: string, thrown: unknown): never => {
    throw thrown;
  };
  const parts = { handlers: handlers as AppHandlers, intents: createIntents(), admit, noteIncident };
  const ask = async (name: string, input: unknown, caller: { session?: string; opening?: number } = {}) => {
    const { session = null, opening = 1 } = caller;
    const answer = await answerAppCall(parts, { name, input, session, opening });
    return answer.ok ? 'done' : answer.error.code;
  };
  return { acted, sessions, desk, ask };
}

const founded = (role: Identity['role']): Identity => ({ isFounded: true, role });

describe('who may ask main for something', () => {
  const mayTable: readonly (readonly [Role, (name: string) => boolean])[] = [
    ['texter', () => false],
    ['lead', () => false],
    ['admin', (name) => !ofTheOwner.includes(name)],
    ['owner', () => true],
  ];

  it('is told for every role', () => {
    expect(mayTable.map(([role]) => role)).toEqual([...roles]);
  });

  for (const [role, may] of mayTable) {
    it.each(names)(`a ${role}: %s`, async (name) => {
      const { ask, acted, sessions } = open(founded(role));
      expect(await ask(name, inputs[name], { session: 'token' })).toBe(may(name) ? 'done' : 'serve/not-allowed');
      expect(acted).toEqual(may(name) ? [name] : []);
      expect(sessions).toEqual(['token']);
    });
  }

  it.each(names)('nobody who is not signed in: %s', async (name) => {
    const { ask, acted } = open(founded(null));
    expect(await ask(name, inputs[name])).toBe('serve/not-signed-in');
    expect(acted).toEqual([]);
  });

  it('nobody whose session is over', async () => {
    const { ask, acted } = open(founded('ended'));
    expect(await ask('app/forget-credentials', {}, { session: 'token' })).toBe('serve/session-ended');
    expect(acted).toEqual([]);
  });

  it.each(names)('whoever sits there before the founding: %s', async (name) => {
    expect(await open({ isFounded: false, role: null }).ask(name, inputs[name])).toBe('done');
  });

  it.each(names)(
    'whoever sits there while the store cannot be opened, but for what is the owner’s: %s',
    async (name) => {
      const isOwners = ofTheOwner.includes(name);
      expect(await open(null).ask(name, inputs[name])).toBe(isOwners ? 'serve/not-allowed' : 'done');
    },
  );

  it('nobody whom the store does not tell, and their session goes on', async () => {
    const { ask, acted } = open({ isFounded: true, role: 'unknown' });
    expect(await ask('app/offer-sample-list', {}, { session: 'token' })).toBe('internal/bug');
    expect(acted).toEqual([]);
  });

  it.each([
    ['app/read-about', {}],
    ['app/list-campaigns', {}],
    ['app/open-campaign', { campaignId: 'first' }],
  ])('anybody, without the engine being asked: %s', async (name, input) => {
    const { ask, sessions } = open(founded('texter'));
    expect(await ask(name, input)).toBe('done');
    expect(sessions).toEqual([]);
  });
});

describe('a call from a page of a campaign that was closed', () => {
  it('does nothing, whatever it is', async () => {
    const { ask, acted, desk } = open(founded('owner'));
    desk.opening = 2;
    for (const name of names) expect(await ask(name, inputs[name], { opening: 1 })).toBe('serve/session-ended');
    expect(await ask('app/open-campaign', { campaignId: 'first' }, { opening: 1 })).toBe('serve/session-ended');
    expect(acted).toEqual([]);
  });

  it('does nothing when the other one was opened while the engine was asked', async () => {
    let tell: (identity: Identity) => void = () => {};
    const { ask, acted, desk } = open(() => new Promise((resolve) => (tell = resolve)));
    const asked = ask('app/forget-credentials', {}, { session: 'token' });
    desk.opening = 2;
    tell({ isFounded: false, role: null });
    expect(await asked).toBe('serve/session-ended');
    expect(acted).toEqual([]);
  });
});
