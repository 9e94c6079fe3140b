/** Every part of the portal, handed on by each element inside it, so that a page styles them all as `vitrine-portal::part(item)`. */
export const PARTS = [
  'launcher, badge, panel, close',
  'base, skeleton, frame, list, pane, fault, notice',
  'head, items, item, foot',
  'form, promise, known, receipt',
  'ticket, headline, rail, engineer, clocks, clock, ask',
  'costs, lines, approvals, approval, timeline, entries, entry, quote, composer',
  'about, visits, history, visitors, visitor, incident',
].join(', ');
