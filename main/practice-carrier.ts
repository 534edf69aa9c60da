/**
 * The carrier of a practice campaign, as a process beside the engine: the simulator with its book in the campaign's
 * folder, so that whoever is restarted, the carrier is the same one and its contacts write on. It takes the
 * simulator's own arguments, tells its parent over the port between them where it is and how to be let in, and leaves
 * when the parent says so. Each start is an ordinary day: troubles that a demonstration turned on do not outlive it.
 */
import { readArguments } from './carrier/simulator/arguments.ts';
import { ordinaryDay } from './carrier/simulator/knobs.ts';
import { type SimulatorReady, startSimulator } from './carrier/simulator/start.ts';

/** The port to Electron's main process, which says one thing only: leave. */
interface ParentPort {
  on(event: 'message', listen: () => void): unknown;
  postMessage(message: { readonly kind: 'ready'; readonly ready: SimulatorReady }): void;
}

const { parentPort } = process as { parentPort?: ParentPort };
if (parentPort === undefined) throw new Error('this program is started by Fieldline; type npm run simulator instead');

const { options } = readArguments(process.argv.slice(2));
const simulator = await startSimulator({ ...options, knobs: { ...ordinaryDay, ...options.knobs } });
parentPort.on('message', () => void simulator.close().then(() => process.exit(0)));
parentPort.postMessage({ kind: 'ready', ready: simulator.ready });
