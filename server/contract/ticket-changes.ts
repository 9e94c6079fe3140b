import type { ExclusionReason, TicketEvent, TicketFact } from './events.ts';
import type { Instant } from './ids.ts';
import { sumOf, type TicketLine } from './money.ts';
import { sideOf } from './people.ts';
import type { Claim, Ticket, Visit } from './ticket.ts';

const replaced = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: Partial<T>,
): readonly T[] => list.map((item) => (item.id === id ? { ...item, ...change } : item));

const moved = (visits: readonly Visit[], from: Visit['state'], to: Visit['state']): readonly Visit[] =>
  visits.map((visit) => (visit.state === from ? { ...visit, state: to } : visit));

/** What a fact changes of a ticket beside its stage; nothing for a fact that is not known here. */
export function changesBy(ticket: Ticket, event: TicketEvent, fact: TicketFact, held: Instant): Partial<Ticket> {
  switch (fact.type) {
    case 'asked':
      return {
        questions: [...ticket.questions, { id: fact.question, text: fact.text, askedAt: held, answeredAt: null }],
      };
    case 'answered':
      return { questions: replaced(ticket.questions, fact.question, { answeredAt: held }) };
    case 'assigned':
      return { assignee: { id: fact.engineer, profile: fact.profile } };
    case 'unassigned':
      return { assignee: null };
    case 'visit_proposed': {
      const { visit: id, from, to } = fact;
      return { visits: [...moved(ticket.visits, 'proposed', 'replaced'), { id, from, to, state: 'proposed' }] };
    }
    case 'visit_agreed':
      return { visits: replaced(moved(ticket.visits, 'agreed', 'replaced'), fact.visit, { state: 'agreed' }) };
    case 'visit_declined':
      return { visits: replaced(ticket.visits, fact.visit, { state: 'declined' }) };
    case 'postponed':
      return { visits: moved(ticket.visits, 'agreed', 'replaced') };
    case 'visit_ended':
    case 'access_denied':
      return { visits: moved(ticket.visits, 'agreed', 'ended') };
    case 'resolved':
      return { visits: moved(ticket.visits, 'agreed', 'ended'), summary: fact.summary };
    case 'mass_declared': {
      const { text, sites } = fact;
      const since = ticket.mass && !ticket.mass.until ? ticket.mass.since : held;
      return { mass: { text, sites, since, until: null } };
    }
    case 'mass_ended':
      return { mass: ticket.mass && { ...ticket.mass, until: held } };
    case 'linked':
      return { parent: { id: fact.parent, number: fact.number } };
    case 'unlinked':
      return { parent: null };
    case 'rated':
      return { rating: { stars: fact.stars, text: fact.text } };
    case 'prioritised':
      return { priority: fact.priority };
    case 'recategorised':
      return { category: fact.category };
    default:
      return {
        ...pausesAfter(ticket, event, fact, held),
        ...countingAfter(ticket, event, fact),
        ...costsAfter(ticket, event, fact, held),
      };
  }
}

function pausesAfter({ pauses }: Ticket, event: TicketEvent, fact: TicketFact, held: Instant): Partial<Ticket> {
  switch (fact.type) {
    case 'paused':
      return {
        pauses: [
          ...pauses,
          { id: fact.pause, reason: fact.reason, from: held, to: null, claimedBy: event.actor.id, claim: 'claimed' },
        ],
      };
    case 'resumed':
      return { pauses: replaced(pauses, fact.pause, { to: held }) };
    case 'access_allowed':
      return {
        pauses: pauses.map((pause) => (pause.reason === 'no_access' && !pause.to ? { ...pause, to: held } : pause)),
      };
    case 'expired':
      return fact.what === 'pause' ? { pauses: replaced(pauses, fact.id, { to: held }) } : {};
    case 'pause_accepted':
      return { pauses: replaced(pauses, fact.pause, { claim: 'accepted' }) };
    case 'pause_contested':
      return { pauses: replaced(pauses, fact.pause, { claim: 'contested' }) };
    case 'pause_settled':
      return { pauses: replaced(pauses, fact.pause, { claim: fact.outcome }) };
    default:
      return {};
  }
}

function countingAfter({ counting }: Ticket, event: TicketEvent, fact: TicketFact): Partial<Ticket> {
  const claimed = (id: string, reason: ExclusionReason): Partial<Ticket> => {
    const claim = sideOf(event.actor.role) === 'client' ? 'accepted' : 'claimed';
    return { counting: { state: 'excluded', id, reason, claimedBy: event.actor.id, claim } };
  };
  const moved = (claim: Claim): Partial<Ticket> =>
    counting.state === 'excluded' ? { counting: { ...counting, claim } } : {};
  switch (fact.type) {
    case 'exclusion_claimed':
      return claimed(fact.exclusion, fact.reason);
    case 'duplicate_marked':
      return claimed(fact.exclusion, 'duplicate');
    case 'declined':
      return claimed(fact.exclusion, 'out_of_scope');
    case 'cancelled':
      return claimed(fact.exclusion, 'withdrawn');
    case 'exclusion_accepted':
      return moved('accepted');
    case 'exclusion_contested':
      return moved('contested');
    case 'exclusion_settled':
      return fact.outcome === 'rejected' ? { counting: { state: 'counted' } } : moved('upheld');
    default:
      return {};
  }
}

function costsAfter({ costs }: Ticket, { actor }: TicketEvent, fact: TicketFact, at: Instant): Partial<Ticket> {
  const withLines = (lines: readonly TicketLine[]): Partial<Ticket> => ({
    costs: { ...costs, lines, ...sumOf(lines, costs.vatRounding) },
  });
  const marked = (ids: readonly string[], change: Partial<TicketLine>): Partial<Ticket> =>
    withLines(costs.lines.map((line) => (ids.includes(line.id) ? { ...line, ...change } : line)));
  const asked = { asked: { at, actor } };
  switch (fact.type) {
    case 'cost_added':
    case 'cost_revised': {
      const { line } = fact;
      const before = costs.lines.find(({ id }) => id === line.id);
      const { reason = before?.reason } = fact;
      const waited = before?.state === 'awaiting' ? { asked: before.asked } : asked;
      const next = {
        ...line,
        ...(reason !== undefined && { reason }),
        ...(line.state === 'awaiting' && waited),
      } as TicketLine;
      return withLines(before ? costs.lines.map((each) => (each === before ? next : each)) : [...costs.lines, next]);
    }
    case 'cost_removed':
      return withLines(costs.lines.filter((line) => line.id !== fact.line));
    case 'approval_requested':
      return marked(fact.lines, { state: 'awaiting', ...asked });
    case 'cost_unapproved':
      return marked(fact.lines, { unapproved: true });
    case 'cost_approved':
      return marked(fact.lines, { state: 'approved' });
    case 'cost_disputed':
      // What was approved no longer is; of what waited only the difference was asked for.
      return withLines(
        costs.lines.map((line) =>
          fact.lines.includes(line.id)
            ? { ...line, state: 'disputed', ...(line.state === 'approved' && line.approved && { approved: 0 }) }
            : line,
        ),
      );
    default:
      return {};
  }
}
