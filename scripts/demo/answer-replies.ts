import { type AnswerKind, answerTo } from '../textbank/answer-rule.ts';
import { openConversation, type Shown } from './conversation.ts';
import { answeringMs, pace, sizes } from './sizes.ts';
import type { Stage } from './stage.ts';

/** The keys of the action's replies, and own words where there is none. */
const keyOf: Partial<Record<AnswerKind, string>> = { script: 'Alt+1', thanks: 'Alt+2' };
const wordsFor: Partial<Record<AnswerKind, string>> = {
  sorry: 'Thanks for telling us, and sorry to bother you.',
  decline: 'No problem, thanks for telling me.',
};

/** Works through the inbox by keyboard. Gives how many replies were answered. */
export async function answerReplies(stage: Stage): Promise<number> {
  const { page, hands, camera, log } = stage;
  const untilAt = Date.now() + answeringMs;
  const lookedAt = new Set<string>();
  const photographed = new Set<string>();
  const inbox = openConversation(page);
  let answered = 0;
  let optedOutByHand = false;

  await hands.goTo('ControlOrMeta+5', 'Inbox');
  await inbox.rows.first().waitFor();
  await camera.photograph('inbox');
  await hands.press('Enter');
  while (answered < sizes.answers && Date.now() < untilAt) {
    const shown = await inbox.read();
    if (shown === null || lookedAt.has(`${shown.name}|${shown.reply}`)) {
      if (!(await toUnseen())) await page.waitForTimeout(pace.stationMs);
      continue;
    }
    lookedAt.add(`${shown.name}|${shown.reply}`);
    await answer(shown);
    await page.waitForTimeout(pace.answerMs);
  }
  await hands.press('Escape');
  return answered;

  async function answer(shown: Shown): Promise<void> {
    const { phone } = stage.contactCalled(shown.name);
    if (shown.isOptedOut) {
      if (!log.toldAt.has(phone)) log.toldAt.set(phone, Date.now());
      return inbox.skip();
    }
    const kind = /bring a friend/i.test(shown.reply) ? 'thanks' : answerTo(shown.reply);
    if (kind === 'decline' && !optedOutByHand) {
      optedOutByHand = true;
      return optOut(shown.name, phone);
    }
    const [key, words] = [keyOf[kind], wordsFor[kind]];
    if (key !== undefined) await hands.press(key);
    else if (words !== undefined) {
      // Right after an answer was sent, the next field takes nothing for a moment.
      await hands.look();
      await hands.write(words);
    } else return inbox.skip();
    if (!photographed.has(kind)) {
      photographed.add(kind);
      await hands.look();
      await camera.photograph(`inbox-${kind}`);
    }
    const text = await inbox.written();
    await hands.press('Enter');
    const refusal = await inbox.afterSending(shown.name);
    if (refusal !== null) {
      log.complaints.push(`an answer was refused: ${refusal}`);
      return inbox.skip();
    }
    log.acts.push({ kind: 'follow-up', phone, text });
    answered += 1;
  }

  async function optOut(name: string, phone: string): Promise<void> {
    await hands.press('Escape');
    await hands.press('o');
    await page.getByRole('dialog').waitFor();
    await hands.look();
    await camera.photograph('opt-out');
    await hands.press('ControlOrMeta+Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    log.optedOutByHandAt.set(phone, Date.now());
    await inbox.afterSending(name);
  }

  /** False while there is none. */
  async function toUnseen(): Promise<boolean> {
    await hands.press('Escape');
    await hands.press('n');
    await page.waitForTimeout(pace.answerMs);
    for (const row of await inbox.rows.all()) {
      // The name, the time and the last words, a line each; a row may go while it is read.
      const lines = (await row.innerText({ timeout: 1_000 }).catch(() => '')).split('\n');
      const [name = '', , reply = ''] = lines;
      if (name === '' || lookedAt.has(`${name}|${reply}`)) continue;
      await hands.choose(row);
      return true;
    }
    return false;
  }
}
