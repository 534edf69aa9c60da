import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AppStore, createAppStore } from '../../renderer/app/store.ts';
import { signedIn } from '../../renderer/bridge/session-slice.ts';
import { canPutOff, currentOf, type Desk, isDone, mendableOf } from '../../renderer/features/texting/desk.ts';
import { figuresOf } from '../../renderer/features/texting/desk-figures.ts';
import { move } from '../../renderer/features/texting/desk-work.ts';
import { lookAt } from '../../renderer/features/texting/look-at-desk.ts';
import { sendDue } from '../../renderer/features/texting/send-presses.ts';
import { claimNext, giveBack, openDesk, press, putOff } from '../../renderer/features/texting/work-desk.ts';
import { deskEngine, tooLong } from './support/desk-engine.ts';
import { rosa } from './support/page.tsx';

const actionId = 7;
const steps = {
  press: 8,
  'press words that are refused': 2,
  'put off': 1,
  'take up': 1,
  'opt out': 2,
  'take back': 2,
  'give back': 1,
  start: 3,
  'come back': 2,
  reload: 1,
  work: 12,
  tell: 12,
} as const;
type Step = keyof typeof steps;
const step = fc.oneof(
  ...Object.entries(steps).map(([what, weight]) => ({ weight, arbitrary: fc.constant(what as Step) })),
);

const deskOf = (store: AppStore): Desk | undefined => store.getState().texting[actionId];
const idsOf = (ones: readonly { readonly assignmentId: number }[]): number[] =>
  ones.map(({ assignmentId }) => assignmentId);

function expectFiguresToAgree(desk: Desk): void {
  const { total, texted, underWay, notTexted, leftOut, left } = figuresOf(desk);
  expect(texted + underWay + notTexted + leftOut + left).toBe(total);
  if (desk.isAll) expect(left).toBe(desk.waiting.length + desk.later.length);
  const places = [
    ...idsOf([...desk.waiting, ...desk.later, ...desk.texted]),
    ...idsOf([...desk.sending, ...desk.notTexted].map(({ contact }) => contact)),
  ];
  expect(new Set(places).size).toBe(places.length);
}

/** Whom the window holds as still to be texted, in whatever way. */
function heldBy(desk: Desk): number[] {
  const others = [...mendableOf(desk), ...desk.sending].map(({ contact }) => contact);
  return idsOf([...desk.waiting, ...desk.later, ...others]).sort((one, other) => one - other);
}

it('the desk of the window is the engine’s, and its figures agree, whatever is claimed, refused, taken back and loaded anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 60 }),
      fc.constantFrom(3, 4, 60),
      async (happenings, bucketSize) => {
        const engine = deskEngine(bucketSize * 3, bucketSize);
        window.fakeBridge.answer(engine.answers);
        const sitDown = (): AppStore => {
          const opened = createAppStore();
          opened.dispatch(signedIn({ token: 'token', person: rosa }));
          return opened;
        };
        let store = sitDown();
        const open = () => void store.dispatch(openDesk(actionId, { mayClaim: true }));
        const settle = async (): Promise<void> => {
          while (engine.work() || (await engine.tell()));
        };
        open();

        for (const what of happenings) {
          const desk = deskOf(store);
          const current = desk && currentOf(desk);
          const assignmentId = current?.assignmentId ?? 0;
          if (what === 'work') engine.work();
          if (what === 'tell') await engine.tell();
          if (what === 'opt out') engine.optOut(assignmentId);
          if (what === 'come back') open();
          if (what === 'take back') engine.takeBack(() => void store.dispatch(lookAt(actionId)));
          if (desk === undefined) continue;
          if (what === 'press' && current) store.dispatch(press(actionId, { assignmentId, text: current.text }));
          if (what === 'press words that are refused' && current) {
            store.dispatch(press(actionId, { assignmentId, text: tooLong }));
          }
          if (what === 'put off' && current && canPutOff(desk)) store.dispatch(putOff(actionId, assignmentId));
          const [mendable] = mendableOf(desk);
          if (what === 'take up' && mendable) {
            const taken = mendable.contact.assignmentId;
            store.dispatch(move(actionId, { event: 'taken-up', assignmentId: taken }));
          }
          if (what === 'give back' && current && desk.sending.length === 0) {
            void store.dispatch(giveBack(actionId, `give back ${Math.random()}`));
          }
          const mayStart = desk.phase === 'unclaimed' || desk.phase === 'refused' || isDone(desk);
          if (what === 'start' && mayStart && desk.sending.length === 0) void store.dispatch(claimNext(actionId));
          if (what === 'reload') {
            const presses = desk.sending.map(({ contact, text, intentId }) => {
              return { ...contact, text, intentId, isChanged: text !== contact.text };
            });
            store = sitDown();
            store.dispatch(move(actionId, { event: 'left-behind', presses }));
            store.dispatch(sendDue(actionId));
            open();
          }
          const now = deskOf(store);
          if (now?.phase === 'texting') expectFiguresToAgree(now);
        }

        await settle();
        const shown = deskOf(store);
        const onCard = shown && currentOf(shown);
        if (onCard) expect(engine.claimed()).toContain(onCard.assignmentId);
        const isOver = (desk: Desk): boolean => desk.phase !== 'texting' || isDone(desk);
        const before = deskOf(store);
        if (before === undefined || isOver(before)) {
          void store.dispatch(claimNext(actionId));
          await settle();
        }
        const desk = deskOf(store);
        if (desk === undefined) throw new Error('no desk');
        if (desk.phase === 'refused') {
          expect(engine.onDesk()).toEqual([]);
          return;
        }
        expectFiguresToAgree(desk);
        const held = new Set(heldBy(desk));
        const brought = engine.onDesk().filter((id) => desk.isAll || id <= (desk.after ?? 0));
        expect(brought.filter((id) => !held.has(id))).toEqual([]);
        // Every text that was taken is the engine's.
        expect(idsOf(desk.texted).filter((id) => !engine.texted().includes(id))).toEqual([]);
      },
    ),
    { numRuns: 80 },
  );
}, 60_000);
