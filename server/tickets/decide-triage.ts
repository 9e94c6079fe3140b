import { just, refused, type Decide } from './decision.ts';

export const prioritise: Decide<'prioritise'> = ({ priority, reason }, ticket, { directory }) => {
  if (!directory.priorities.has(priority)) throw refused('/priority', 'there is no such priority');
  if (ticket.priority === priority) throw refused('/priority', 'the ticket has this priority already');
  return just({ type: 'prioritised', priority, reason });
};

export const recategorise: Decide<'recategorise'> = ({ category, reason }, ticket, { directory }) => {
  if (!directory.categories.has(category)) throw refused('/category', 'there is no such category');
  if (ticket.category === category) throw refused('/category', 'the ticket has this category already');
  return just({ type: 'recategorised', category, reason });
};
