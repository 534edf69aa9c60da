import { describe, expect, it } from 'vitest';
import { type Call, contract } from '../../shared/contract/index.ts';
import { errorKinds } from '../../shared/errors.ts';

const calls = Object.entries(contract) as [string, Call][];

describe('the contract', () => {
  it.each(calls)('%s is named room/verb-object', (name) => {
    expect(name).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
  });

  it.each(calls)('%s is answered by main exactly when its room is app', (name, call) => {
    expect(call.at === 'app').toBe(name.startsWith('app/'));
  });

  it.each(calls.filter(([, call]) => call.repeat === 'once'))(
    '%s asks for the intent that makes it happen once',
    (_name, call) => {
      const issues = call.input.safeParse({}).error?.issues ?? [];
      expect(issues.map((issue) => issue.path.join('.'))).toContain('intentId');
    },
  );

  it.each(calls.filter(([, call]) => call.repeat !== 'once'))(
    '%s takes no intent, as it may be repeated',
    (_name, call) => {
      const parsed = call.input.safeParse({ intentId: '00000000-0000-4000-8000-000000000000' });
      expect(JSON.stringify(parsed.error?.issues)).toContain('intentId');
    },
  );

  it.each(calls)('%s refuses to be told who acts', (_name, call) => {
    const issues = JSON.stringify(call.input.safeParse({ actor: 1, actorId: 1 }).error?.issues);
    expect(issues).toContain('actor');
  });

  it.each(calls)('%s names only errors that exist, and none twice', (_name, call) => {
    expect(new Set(call.errors).size).toBe(call.errors.length);
    for (const code of call.errors) expect(errorKinds).toHaveProperty([code]);
  });
});
