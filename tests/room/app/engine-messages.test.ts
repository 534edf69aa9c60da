import { describe, expect, it } from 'vitest';
import { readFromEngine } from '../../../main/app/engine-messages.ts';
import { appError } from '../../../shared/errors.ts';

describe('what the engine says', () => {
  it.each([
    { kind: 'ready' },
    { kind: 'pong', n: 7 },
    { kind: 'bye' },
    { kind: 'identified', n: 3, identity: { isFounded: true, role: 'texter' } },
    { kind: 'identified', n: 3, identity: { isFounded: true, role: 'ended' } },
    { kind: 'failed', error: appError('store/newer-version', { found: '0090', known: '0010' }) },
    { kind: 'failed', error: { ...appError('internal/bug'), incidentId: 'a1' } },
  ])('is read as it was sent: $kind', (message) => {
    expect(readFromEngine(message)).toEqual(message);
  });

  it.each([
    undefined,
    null,
    'ready',
    {},
    { kind: 'open-url' },
    { kind: 'pong' },
    { kind: 'pong', n: '7' },
    { kind: 'identified', n: 3, identity: { isFounded: true, role: 'king' } },
  ])('is ignored when it is %j', (message) => {
    expect(readFromEngine(message)).toBeNull();
  });

  it('is ignored when it fails for a reason that has no sentence', () => {
    expect(readFromEngine({ kind: 'failed', error: { code: 'store/unheard-of', kind: 'setup' } })).toBeNull();
  });
});
