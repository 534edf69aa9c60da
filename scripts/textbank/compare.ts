import type { Output } from '../../shared/contract/index.ts';
import type { ActLog, Decided } from './act-log.ts';
import type { Bank } from './bank.ts';
import type { CarrierRecord } from './carrier-record.ts';
import type { ListFile } from './list-file.ts';
import type { ExportedRows } from './spreadsheets.ts';
import { findMissing } from './verdict.ts';

/** What the engine says of the action at the end, to be held against the carrier's record. */
export interface EngineAccount extends ToldResults {
  /** Of texts that no acceptance shows, by message id. */
  readonly states: ReadonlyMap<number, string>;
}

export interface ToldResults {
  readonly initialMessages: number;
  readonly followUps: number;
  readonly replied: number;
  readonly optOuts: Output<'results/read-performance'>['optOuts'];
  readonly delivered: number;
  /** Phones of contacts who wait for an answer. */
  readonly needAttention: readonly string[];
}

export async function readEngineAccount(bank: Bank, actionId: number): Promise<EngineAccount> {
  const { owner, log, simulator } = bank;
  const performance = await owner.must('results/read-performance', { actionId });
  const states = new Map<number, string>();
  const missing = findMissing(log.acts, await simulator.accepted());
  for (const contactId of new Set(missing.map((act) => act.contactId))) {
    const read = await owner.ask('conversations/read', { actionId, contactId });
    if (!read.ok) continue;
    for (const entry of read.value.thread) if (entry.direction === 'out') states.set(entry.messageId, entry.state);
  }
  const { conversations } = await owner.must('conversations/list', { limit: 500 });
  const needAttention = conversations.map(({ firstName, lastName }) => bank.contactNamed(firstName, lastName).phone);
  return { ...performance, needAttention, states };
}

/** Results and reports must agree with the carrier, the list and the log, figure by figure. */
export function compareWithCarrier(
  { log, list }: { readonly log: ActLog<Decided>; readonly list: Pick<ListFile, 'contacts'> },
  account: ToldResults,
  rows: ExportedRows,
  record: CarrierRecord,
): void {
  const isFirst = new Set(
    log.acts.filter(({ kind }) => kind === 'first').map(({ phone, text }) => `${phone}\n${text}`),
  );
  const first = record.accepted.filter(({ toPhone, body }) => isFirst.has(`${toPhone}\n${body}`)).length;
  const optedOut = new Set([...record.optedOutAt.keys(), ...log.optedOutByHandAt.keys()]);
  const pairs: readonly (readonly [string, number, number])[] = [
    ['initial messages', account.initialMessages, first],
    ['follow-ups', account.followUps, record.accepted.length - first],
    ['contacts who wrote back', account.replied, record.repliers.size],
    ['opt-outs in words', account.optOuts.inWords, record.optedOutAt.size],
    ['opt-outs', account.optOuts.inWords + account.optOuts.byHand, optedOut.size],
    ['delivered', account.delivered, record.delivered],
    ['rows of the report on contacts', rows.contacts, list.contacts.length],
    ['rows of the report on messages', rows.messages, log.acts.length + record.replies],
  ];
  for (const [what, engine, right] of pairs) {
    if (engine !== right) log.complaints.push(`${what}: ${engine} by the engine's word, ${right} in truth`);
  }
  const mayNot = account.needAttention.filter(
    (phone) => record.optedOutAt.has(phone) || log.optedOutByHandAt.has(phone),
  );
  if (mayNot.length > 0) log.complaints.push(`${mayNot.length} contacts need attention although they opted out`);
}
