import type { CarrierAccess } from '../../shared/contract/index.ts';
import { type BackOff, backOff } from './back-off.ts';
import type { NoteIncident } from './incidents.ts';
import type { PracticeReady } from './practice-messages.ts';
import type { PracticeProcess, StartPractice } from './practice-process.ts';

/** How long an engine waits for its first carrier; after that it opens without one, and is started again with it. */
const patienceMs = 10_000;
/** How long a carrier that is to leave may take before it is ended. */
const leaveWithinMs = 3_000;
/** So many lives on one port that never listened mean that the port is taken. */
const unheardLives = 2;

export interface PracticeCarrier {
  /**
   * Finds the carrier of the campaign in `folder`, starting it when it is not there; one of another folder is left first.
   * Null when it does not come up in time. From then on it is kept alive until `leave`.
   */
  connect(folder: string): Promise<CarrierAccess | null>;
  /** Resolves when it has gone. The book stays. */
  leave(): Promise<void>;
}

/**
 * Keeps the carrier of the open practice campaign alive, at one address: an engine that has it sees the line go down
 * and come up again. `onMoved` is called when it is there but not where `connect` last said.
 */
export function hostPracticeCarrier(
  start: StartPractice,
  onMoved: () => void,
  noteIncident: NoteIncident,
): PracticeCarrier {
  let folder: string | null = null;
  let process: PracticeProcess | null = null;
  let isLeaving = false;
  const onGone: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  let retry: NodeJS.Timeout | undefined;
  let wait: BackOff | null = null;
  let port = 0;
  let unheard = 0;
  let access: CarrierAccess | null = null;
  /** What `connect` last gave; undefined while it has not answered. */
  let given: CarrierAccess | null | undefined;

  function begin(where: string): void {
    const startedAt = Date.now();
    let isReady = false;
    const onReady = (ready: PracticeReady): void => {
      isReady = true;
      unheard = 0;
      port = Number(new URL(ready.url).port);
      access = accessOf(ready);
      for (const tell of waiting.splice(0)) tell();
      if (!isLeaving && given !== undefined && given?.url !== access.url) onMoved();
    };
    const onExit = (): void => {
      process = null;
      for (const tell of onGone.splice(0)) tell();
      if (isLeaving) return;
      if (!isReady) unheard += 1;
      if (unheard >= unheardLives) port = 0;
      wait = backOff(wait, Date.now() - startedAt);
      retry = setTimeout(() => begin(where), wait.waitMs);
    };
    try {
      process = start({ folder: where, port }, { onReady, onExit });
    } catch (thrown) {
      noteIncident('the start of the practice carrier', thrown);
      onExit();
    }
  }

  function leave(): Promise<void> {
    clearTimeout(retry);
    isLeaving = true;
    folder = null;
    access = null;
    given = undefined;
    const leaving = process;
    if (leaving === null) return Promise.resolve();
    return new Promise((resolve) => {
      const overdue = setTimeout(() => leaving.kill(), leaveWithinMs);
      onGone.push(() => {
        clearTimeout(overdue);
        resolve();
      });
      leaving.leave();
    });
  }

  return {
    async connect(wanted) {
      given = undefined;
      if (folder !== wanted) {
        await leave();
        [folder, isLeaving, wait, port, unheard] = [wanted, false, null, 0, 0];
        begin(wanted);
      }
      if (access === null) await withinPatience((resolve) => waiting.push(resolve));
      // Meanwhile another campaign may have been opened, and what came up is its carrier.
      if (folder !== wanted) return null;
      given = access;
      return access;
    },
    leave,
  };
}

function accessOf({ url, accountSid, apiKeySid, apiKeySecret }: PracticeReady): CarrierAccess {
  return { url, accountSid, apiKeySid, apiKeySecret };
}

function withinPatience(arrange: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, patienceMs);
    arrange(() => {
      clearTimeout(patience);
      resolve();
    });
  });
}
