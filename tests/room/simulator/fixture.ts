import type { Twilio } from 'twilio';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import {
  type SimulatorProcess,
  type SimulatorProcessOptions,
  startSimulatorProcess,
} from '../../support/simulator-process.ts';
import { twilioClientFor } from '../../support/twilio-client.ts';

export interface Fixture {
  readonly simulator: SimulatorProcess;
  readonly client: Twilio;
  /** The account's first number. */
  readonly ours: string;
  /** Creates a message from our number. */
  send(to: string, body?: string): ReturnType<Twilio['messages']['create']>;
}

/** Somebody in Washington; `person(0)` is +12025550100. */
export function person(index: number): string {
  return `+1202555${String(100 + index).padStart(4, '0')}`;
}

/** People who only do what the test makes them do, and networks that lose nothing. */
export const calm = { latencyMs: 0, personas: {}, undeliveredRate: 0, failedRate: 0, landlineShare: 0 } as const;

/** A simulator of the test's own, with a clock that stands still until the test moves it. Gone after the test. */
export async function simulated(options: SimulatorProcessOptions = {}): Promise<Fixture> {
  const fixture = await start(options);
  onTestFinished(async () => {
    await fixture.simulator.stop();
  });
  return fixture;
}

/** One simulator for all tests around the call, for tests that leave nothing behind or keep to contacts of their own. */
export function sharedSimulator(): () => Fixture {
  let fixture: Fixture | undefined;
  beforeAll(async () => {
    fixture = await start({});
  });
  afterAll(async () => {
    await fixture?.simulator.stop();
  });
  return () => {
    if (fixture === undefined) throw new Error('the simulator is there only while tests run');
    return fixture;
  };
}

async function start(options: SimulatorProcessOptions): Promise<Fixture> {
  const simulator = await startSimulatorProcess({ ...options, knobs: { ...calm, ...options.knobs } });
  await simulator.moveClock({ freeze: true });
  const client = twilioClientFor(simulator.ready);
  const ours = (await client.incomingPhoneNumbers.list())[0]?.phoneNumber ?? '';
  return { simulator, client, ours, send: (to, body = 'Hello') => client.messages.create({ from: ours, to, body }) };
}

/** The code of the refusal that the promise rejects with; fails when it does not reject. */
export async function refusalOf(promise: Promise<unknown>): Promise<{ status: number; code: number }> {
  try {
    await promise;
  } catch (thrown) {
    const { status, code } = thrown as { status: number; code: number };
    return { status, code };
  }
  throw new Error('it was not refused');
}
