/**
 * The contract: every call that crosses a process boundary, one file per room. Names are `room/verb-object`. The types
 * of handlers, clients and caches are derived here, so a missing or mistyped one does not compile.
 */
import { actionsCalls } from './actions.ts';
import { appCalls } from './app.ts';
import { assignmentsCalls } from './assignments.ts';
import { campaignCalls } from './campaign.ts';
import { carrierCalls } from './carrier.ts';
import { contactsCalls } from './contacts.ts';
import { conversationsCalls } from './conversations.ts';
import type { AnswerOf, CodeOf, GivenOf, InputOf, OutcomeOf, OutputOf } from './define.ts';
import { deliveryCalls } from './delivery.ts';
import { jobsCalls } from './jobs.ts';
import { numbersCalls } from './numbers.ts';
import { outboxCalls } from './outbox.ts';
import { peopleCalls } from './people.ts';
import { repliesCalls } from './replies.ts';
import { resultsCalls } from './results.ts';
import { scriptsCalls } from './scripts.ts';
import { storeCalls } from './store.ts';

export { type AppEvent, type MenuVerb, menuVerbs } from './app.ts';
export * from './define.ts';
export * from './events.ts';
export * from './handlers.ts';
export * from './parent.ts';
export * from './wire.ts';

export const contract = {
  ...actionsCalls,
  ...assignmentsCalls,
  ...contactsCalls,
  ...conversationsCalls,
  ...deliveryCalls,
  ...numbersCalls,
  ...outboxCalls,
  ...repliesCalls,
  ...resultsCalls,
  ...scriptsCalls,
  ...appCalls,
  ...campaignCalls,
  ...carrierCalls,
  ...jobsCalls,
  ...peopleCalls,
  ...storeCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<Name extends CallName> = InputOf<Contract[Name]>;
export type Given<Name extends CallName> = GivenOf<Contract[Name]>;
export type Output<Name extends CallName> = OutputOf<Contract[Name]>;
export type Code<Name extends CallName> = CodeOf<Contract[Name]>;
export type Outcome<Name extends CallName> = OutcomeOf<Contract[Name]>;
export type Answer<Name extends CallName> = AnswerOf<Contract[Name]>;

/** Names of the calls that one process answers. */
export type CallsAt<Where extends 'engine' | 'app'> = {
  [Name in CallName]: Contract[Name]['at'] extends Where ? Name : never;
}[CallName];
