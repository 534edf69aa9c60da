import { useAppDispatch } from '../../app/store.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { giveBack } from './work-desk.ts';

/** Gives back the rest of a batch; tried again because no answer came, it is the same act. */
export function useGiveBack(actionId: number): () => Promise<void> {
  const dispatch = useAppDispatch();
  const intent = useIntent();
  return async () => {
    if (await dispatch(giveBack(actionId, intent.of(actionId)))) intent.done();
  };
}
