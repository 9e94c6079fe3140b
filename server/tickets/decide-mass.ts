import { concerns } from '../contract/mass.ts';
import { just, refused, type Decide } from './decision.ts';

/** Declaring it again changes its text and its sites. */
export const declareMass: Decide<'declare-mass'> = ({ text, sites = null }, ticket, { directory }) => {
  if (ticket.parent) throw refused('', 'this ticket is a part of another mass incident: unlink it first');
  const unknown = sites?.findIndex((site, index) => !directory.sites.has(site) || sites.indexOf(site) !== index) ?? -1;
  if (unknown >= 0) throw refused(`/sites/${unknown}`, 'there is no such site, or it stands here twice');
  return just({ type: 'mass_declared', text, sites });
};

export const endMass: Decide<'end-mass'> = (_, { mass }) => {
  if (!mass || mass.until) throw refused('', 'no mass incident is declared');
  return just({ type: 'mass_ended' });
};

/** Under an incident of its site alone: so everybody who sees the part may look at the whole. */
export const link: Decide<'link'> = ({ reason }, ticket, { other }) => {
  if (!other?.mass || other.id === ticket.id) throw refused('/parent', 'there is no mass incident with this id');
  if (ticket.mass) throw refused('', 'this ticket is a mass incident itself');
  if (ticket.parent?.id === other.id) throw refused('/parent', 'it is linked to this one already');
  if (!concerns(other.mass, ticket.site))
    throw refused('/parent', 'this incident is not declared for the ticket’s site: declare it for this site too');
  return just({ type: 'linked', parent: other.id, number: other.number, reason });
};

export const unlink: Decide<'unlink'> = ({ reason }, { parent }) => {
  if (!parent) throw refused('', 'this ticket is a part of nothing');
  return just({ type: 'unlinked', reason });
};
