import type { Site } from '../contract/portal.ts';
import type { Ticket, Visit } from '../contract/ticket.ts';
import type { Place } from '../contract/eta.ts';
import { shownProfile } from '../directory/shown-profile.ts';
import { metresBetween } from '../visits/distance.ts';
import { markUnapproved } from './decide-approval.ts';
import { endPauses, endWaitingForVisit } from './decide-pause.ts';
import { idOf, just, refused, refuseFiles, type Decide, type Decided } from './decision.ts';

/** How near to the site's coordinates an arrival counts as inside. */
const GEOFENCE_METRES = 300;

export const accept: Decide<'accept'> = () => just({ type: 'accepted' });

export const assign: Decide<'assign'> = ({ engineer: id }, ticket, { directory }) => {
  const engineer = directory.staff.get(id as never);
  if (engineer?.role !== 'engineer') throw refused('/engineer', 'there is no such engineer for this client');
  if (ticket.assignee?.id === engineer.id) throw refused('/engineer', 'this engineer is assigned already');
  const assigned: Decided = { fact: { type: 'assigned', engineer: engineer.id, profile: shownProfile(engineer) } };
  return ticket.stage === 'registered' ? [{ fact: { type: 'accepted' } }, assigned] : [assigned];
};

export const unassign: Decide<'unassign'> = (_, ticket) => {
  if (!ticket.assignee) throw refused('', 'nobody is assigned');
  return just({ type: 'unassigned' });
};

export const proposeVisit: Decide<'propose-visit'> = ({ from, to, agreed }, ticket, { now }) => {
  const window = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  if (window.to <= window.from) throw refused('/to', 'the window ends before it begins');
  if (Date.parse(window.to) <= now) throw refused('/to', 'this window is over');
  const visit = idOf('visit', ticket);
  const proposed: Decided = { fact: { type: 'visit_proposed', visit, ...window } };
  if (!agreed) return [proposed];
  return [proposed, { fact: { type: 'visit_agreed', visit, by: agreed.by, channel: agreed.channel } }];
};

const visitAt = (ticket: Ticket, id: string, states: readonly Visit['state'][]): void => {
  const found = ticket.visits.find((visit) => visit.id === id);
  if (!found) throw refused('/visit', 'there is no such visit');
  if (!states.includes(found.state)) throw refused('/visit', `this visit is ${found.state}`);
};

export const agreeVisit: Decide<'agree-visit'> = ({ visit }, ticket, { caller }) => {
  visitAt(ticket, visit, ['proposed']);
  return just({ type: 'visit_agreed', visit, by: caller.name, channel: caller.kind === 'person' ? 'widget' : 'api' });
};

export const declineVisit: Decide<'decline-visit'> = ({ visit, reason = null, wish = null }, ticket) => {
  visitAt(ticket, visit, ['proposed', 'agreed']);
  return just({ type: 'visit_declined', visit, reason, wish });
};

/** The client's own request to come later: the pause ends when the new window begins. */
export const postpone: Decide<'postpone'> = ({ wish }, ticket) => {
  const postponed: Decided = { fact: { type: 'postponed', wish } };
  if (ticket.pauses.some((pause) => pause.reason === 'customer_postponed' && !pause.to)) return [postponed];
  return [
    postponed,
    { fact: { type: 'paused', pause: idOf('pause', ticket, 1), reason: 'customer_postponed', evidence: null } },
  ];
};

export const depart: Decide<'depart'> = (_, ticket, { now }) => [
  { fact: { type: 'departed' } },
  ...endWaitingForVisit(ticket, now),
];

/** Of the position only "inside the geofence, yes or no" is kept for good. */
export const arrive: Decide<'arrive'> = ({ position, reason = null }, ticket, { directory, now }) => {
  const site = directory.sites.get(ticket.site);
  const inside = position && site ? isInside(position, site) : null;
  if (inside === false && !reason) {
    throw refused(
      '/reason',
      `this position is more than ${GEOFENCE_METRES} m from the site: say why it counts as arrived`,
    );
  }
  return [{ fact: { type: 'arrived', inside, reason } }, ...endWaitingForVisit(ticket, now)];
};

const isInside = (position: Place, site: Site): boolean => metresBetween(position, site) <= GEOFENCE_METRES;

/** Refused access stands on an arrival that was recorded before it, and pauses the clocks that the policy names. */
export const reportNoAccess: Decide<'report-no-access'> = ({ reason, call, files }, ticket) => {
  refuseFiles(files);
  return [
    { fact: { type: 'access_denied', reason, call, files } },
    { fact: { type: 'paused', pause: idOf('pause', ticket, 1), reason: 'no_access', evidence: call } },
  ];
};

export const endVisit: Decide<'end-visit'> = ({ outcome }) => just({ type: 'visit_ended', outcome });

export const restore: Decide<'restore'> = ({ how }) => just({ type: 'restored', how });

/** What still waited waits no longer: a ticket that is reopened runs at once. */
export const resolve: Decide<'resolve'> = ({ summary, firstVisit = null }, ticket, { now }) => [
  { fact: { type: 'resolved', summary, firstVisit } },
  ...markUnapproved(ticket),
  ...endPauses(ticket, now),
];
