import { actsFor, allowsAct, type ActName } from '../contract/acts.ts';
import { Refusal } from '../contract/faults.ts';
import type { Ticket } from '../contract/ticket.ts';
import { approveCost, disputeCost, requestApproval } from './decide-approval.ts';
import { addCost, removeCost, reviseCost } from './decide-cost.ts';
import {
  acceptExclusion,
  cancel,
  claimExclusion,
  contestExclusion,
  decline,
  markDuplicate,
  settleExclusion,
} from './decide-exclusion.ts';
import { declareMass, endMass, link, unlink } from './decide-mass.ts';
import { acceptPause, allowAccess, contestPause, pause, resume, settlePause } from './decide-pause.ts';
import { answer, ask, comment, confirm, correct, logCall, rate, reopen } from './decide-talk.ts';
import { prioritise, recategorise } from './decide-triage.ts';
import { accept, agreeVisit, arrive, assign, declineVisit, depart, endVisit, postpone } from './decide-visit.ts';
import { proposeVisit, reportNoAccess, resolve, restore, unassign } from './decide-visit.ts';
import type { CommandOf, Decide, Decided, Situation } from './decision.ts';

const DECISIONS: { readonly [A in ActName]: Decide<A> } = {
  comment,
  ask,
  answer,
  accept,
  assign,
  unassign,
  'propose-visit': proposeVisit,
  'agree-visit': agreeVisit,
  'decline-visit': declineVisit,
  depart,
  arrive,
  postpone,
  'allow-access': allowAccess,
  'report-no-access': reportNoAccess,
  'end-visit': endVisit,
  restore,
  pause,
  resume,
  'accept-pause': acceptPause,
  'contest-pause': contestPause,
  'settle-pause': settlePause,
  'claim-exclusion': claimExclusion,
  'accept-exclusion': acceptExclusion,
  'contest-exclusion': contestExclusion,
  'settle-exclusion': settleExclusion,
  'add-cost': addCost,
  'revise-cost': reviseCost,
  'remove-cost': removeCost,
  'request-approval': requestApproval,
  'approve-cost': approveCost,
  'dispute-cost': disputeCost,
  prioritise,
  recategorise,
  'mark-duplicate': markDuplicate,
  decline,
  resolve,
  confirm,
  reopen,
  rate,
  cancel,
  'log-call': logCall,
  'declare-mass': declareMass,
  'end-mass': endMass,
  link,
  unlink,
  correct,
};

/**
 * The rules: which facts a command brings about on a ticket as it stands. Pure, so that deciding again on what the ticket has become is
 * always right. That the caller may see the ticket and send this command at all has been checked before, by `may`.
 *
 * @throws {Refusal} `stage` for a command that this role may not send now, `refused` with a pointer for what it asks
 */
export function decide(command: CommandOf<ActName>, ticket: Ticket, situation: Situation): readonly Decided[] {
  const { role } = situation.caller;
  const act = command.command;
  if (!allowsAct(act, role, ticket.stage)) {
    const allowed = actsFor(role, ticket.stage);
    throw new Refusal('stage', `a ticket that is ${ticket.stage} does not take "${act}"`, {
      stage: ticket.stage,
      allowed,
    });
  }
  // The table gives each command its own rule; TypeScript cannot follow that pairing through the union.
  return (DECISIONS[act] as Decide<ActName>)(command, ticket, situation);
}
