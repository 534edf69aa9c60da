import { type Carrier, createTwilioCarrier } from '../../../main/carrier/index.ts';
import type { E164 } from '../../../shared/domain/phone.ts';
import { type SimulatorProcess, startSimulatorProcess } from '../../support/simulator-process.ts';

export interface BenchCarrier {
  readonly simulator: SimulatorProcess;
  /** Warm, as in an engine that has run for a while. */
  readonly carrier: Carrier;
  /** The number that texts leave from. */
  readonly ownPhone: E164;
  close(): Promise<void>;
}

/** A simulator process without personas or faults, and the carrier that speaks with it as with Twilio. */
export async function openBenchCarrier({ latencyMs }: { readonly latencyMs: number }): Promise<BenchCarrier> {
  const quiet = { personas: {}, failedRate: 0, undeliveredRate: 0, landlineShare: 0 };
  const simulator = await startSimulatorProcess({ numberCount: 1, knobs: { ...quiet, latencyMs } });
  try {
    const { accountSid, apiKeySid, apiKeySecret, url } = simulator.ready;
    const made = createTwilioCarrier({ credentials: { accountSid, apiKeySid, secret: apiKeySecret }, address: url });
    if (!made.ok) throw new Error(made.error.code);
    const carrier = made.value;
    await carrier.warmUp();
    const listed = await carrier.listNumbers({ pageSize: 1 }, { timeoutMs: 10_000 });
    const ownPhone = listed.ok ? listed.value.numbers[0]?.phone : undefined;
    if (ownPhone === undefined) throw new Error('the simulator has no number');
    return {
      simulator,
      carrier,
      ownPhone,
      close: async () => {
        carrier.close();
        await simulator.stop();
      },
    };
  } catch (thrown) {
    await simulator.kill();
    throw thrown;
  }
}
