import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { createFiles, openLineDoor } from '../../../main/serve/index.ts';
import type { WireAnswer } from '../../../shared/contract/index.ts';

/** A door onto a server that answers when the test says so. */
function openDoor(output = new PassThrough()) {
  const input = new PassThrough();
  const onEnd = vi.fn();
  const answers: (() => void)[] = [];
  const answer = (_connection: unknown, raw: unknown): Promise<WireAnswer> =>
    new Promise((resolve) => {
      const { id } = raw as { id: number };
      answers.push(() => resolve({ id, ok: true, value: {} }));
    });
  openLineDoor({ input, output, onEnd }, { answer }, createFiles());
  return { input, output, onEnd, answers };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the door for lines', () => {
  it('leaves only when all that was asked is answered', async () => {
    const { input, output, onEnd, answers } = openDoor();
    input.end('{"id":1}\n{"id":2}');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[0]?.();
    await turn();
    expect(onEnd).not.toHaveBeenCalled();
    answers[1]?.();
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
    expect(String(output.read()).trim().split('\n')).toEqual([
      '{"id":1,"ok":true,"value":{}}',
      '{"id":2,"ok":true,"value":{}}',
    ]);
  });

  it('leaves only when the answers have been taken', async () => {
    const output = new PassThrough({ highWaterMark: 1 });
    const { input, onEnd, answers } = openDoor(output);
    input.end('{"id":1}\n{"id":2}\n');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    for (const give of answers) give();
    await turn();
    expect(onEnd).not.toHaveBeenCalled();
    output.resume();
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
  });

  it('leaves in order when nobody reads the answers any more', async () => {
    const { output, onEnd } = openDoor();
    output.destroy(new Error('EPIPE'));
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
  });

  it('gives the token of a file for its path', async () => {
    const { input, output } = openDoor();
    input.write('{"id":4,"register":"/invented/list.csv"}\n');
    const [line] = await new Promise<string[]>((resolve) => output.once('data', (chunk) => resolve([String(chunk)])));
    expect(JSON.parse(line ?? '')).toMatchObject({ id: 4, ok: true, value: { token: expect.stringMatching(/.{20}/) } });
  });
});
