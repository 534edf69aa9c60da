import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { type DoorEvent, type EngineEvent, longestRequest, type WireAnswer } from '../../shared/contract/index.ts';
import type { Files } from './files.ts';
import { createLineCutter } from './lines.ts';
import type { Server } from './server.ts';

/** Whoever can type here can read the disk anyway, so the door registers files by their path. */
const registration = z.object({ id: z.int().nonnegative(), register: z.string().min(1) }).strict();

export interface LineDoor {
  tell(event: EngineEvent | DoorEvent): void;
}

/**
 * The engine's door in plain Node: one JSON request a line in, one JSON answer a line out, and events among them.
 * `{ "id": 1, "register": PATH }` gives a file's token. `onEnd` is called when the input has ended and all that was asked
 * is answered, and at once when nobody reads the answers any more.
 */
export function openLineDoor(
  { input, output, onEnd }: { readonly input: Readable; readonly output: Writable; readonly onEnd: () => void },
  server: Server,
  files: Files,
): LineDoor {
  const connection = { session: null };
  const answering = new Set<Promise<void>>();
  const put = (message: WireAnswer | EngineEvent | DoorEvent): void => {
    output.write(`${JSON.stringify(message)}\n`);
  };

  function takeLine(line: string | null): void {
    const raw = parse(line);
    const register = registration.safeParse(raw);
    if (register.success) {
      const token = files.register(register.data.register);
      put({ id: register.data.id, ok: true, value: { token } });
    } else {
      const answered = server.answer(connection, raw).then((answer) => {
        put(answer);
        answering.delete(answered);
      });
      answering.add(answered);
    }
  }

  async function end(): Promise<void> {
    cutLines('\n'); // The last line may have come without its end.
    await Promise.all(answering);
    // Called when everything before it has left: what waits in a pipe would be lost with the process.
    output.write('', () => onEnd());
  }

  const cutLines = createLineCutter(longestRequest, takeLine);
  input.setEncoding('utf8');
  input.on('data', cutLines);
  input.on('end', end);
  output.on('error', onEnd);
  return { tell: put };
}

/** What is no JSON, or was too long to be held, is `null`, which the server refuses like any other bad request. */
function parse(line: string | null): unknown {
  try {
    return line === null ? null : JSON.parse(line);
  } catch {
    return null;
  }
}
