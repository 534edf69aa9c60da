import type { Output } from '../../../shared/contract/index.ts';
import type { AppState, AppStore } from '../../app/store.ts';
import { anew } from '../../bridge/anew.ts';
import { keepLeftBehind } from '../../bridge/keep-left-behind.ts';
import { leftBehind } from '../../bridge/left-behind.ts';
import { readAction } from '../../bridge/rooms/actions.ts';
import { isNumber, isText, orNull, recordOf, shaped } from '../../bridge/shapes.ts';
import { type OpenResponses, responseWritten, type WrittenResponse } from './responses-slice.ts';
import { nameOfScript } from './script-names.ts';

const leftResponses = leftBehind<OpenResponses>(
  'responses',
  recordOf(shaped<WrittenResponse>({ scriptId: orNull(isNumber), name: isText, body: isText })),
);

/**
 * A response script that somebody is writing outlives the session and the page, like a draft of an action. It waits in the
 * window, and its form is open again when the same person signs in to the same campaign.
 */
export function keepResponses(store: AppStore): void {
  keepLeftBehind(store, {
    left: leftResponses,
    ofSession: written,
    ofPage: written,
    giveBack: (responses, isStillHere) => void takeUp(store, responses, isStillHere),
  });
}

/** Those in which there are words. */
function written({ responses: { open } }: AppState): OpenResponses | null {
  const left = Object.entries(open).filter(([, { name, body }]) => name.trim() !== '' || body.trim() !== '');
  return left.length === 0 ? null : Object.fromEntries(left);
}

async function takeUp(store: AppStore, responses: OpenResponses, isStillHere: () => boolean): Promise<void> {
  for (const [key, response] of Object.entries(responses)) {
    const actionId = Number(key);
    const { data } = await store.dispatch(readAction.initiate(actionId, anew));
    if (!isStillHere()) return;
    // What is being written by now comes first.
    const isOther = store.getState().responses.open[key] !== undefined;
    if (!isOther && (data === undefined || isToBeSaved(response, data))) {
      store.dispatch(responseWritten({ actionId, response }));
    }
  }
}

/** A page that goes hears no answer to what it was saving: what texters have by now is not saved again beside itself. */
function isToBeSaved(response: WrittenResponse, { action, responseScripts }: Output<'actions/read'>): boolean {
  const name = nameOfScript(response, 'responses', 0, '');
  const body = response.body.trim();
  const isThere = responseScripts.some((script) => script.name === name && script.body.trim() === body);
  return action.state !== 'ended' && !isThere;
}
