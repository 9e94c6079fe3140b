import type { Message } from './translate.ts';

/**
 * What a live ticket says, in English (the rest: en-rest.ts); its keys are those of every other language. `{name}` is filled in, an
 * entry with plural forms chooses by `{n}`. A client's theme may say any of it otherwise (`labels`).
 */
export const en = {
  // Durations and ages. Whole patterns, so that no language has to glue.
  d: { one: '{n} day', other: '{n} days' },
  dh: { one: '{n} day {h} h', other: '{n} days {h} h' },
  hm: '{h} h {m} min',
  h: '{h} h',
  m: '{m} min',
  s: '{s} s',
  under_minute: 'under a minute',
  twice: '{site} ({viewer})',

  // Who
  you: 'You',
  'who.employee': 'A colleague',
  'who.dispatcher': 'The service desk',
  'who.engineer': 'The engineer',
  desk: '{name} (service desk)',

  // The answer to what the person came for
  'say.registered': 'Registered. The service desk will take it',
  'say.registered.by': 'Registered. Somebody will take it by {time}',
  'say.accepted': 'Accepted. A visit is being arranged',
  'say.accepted.by': 'Accepted. To be fixed by {time}',
  'say.assigned': '{name} is assigned. A visit is being arranged',
  'say.assigned.by': '{name} is assigned. To be fixed by {time}',
  'say.scheduled': 'Visit agreed for {window}',
  'say.en_route': '{name} is on the way',
  'say.en_route.at': '{name} is on the way, at your door about {time}',
  'say.on_site': '{name} is on site',

  // The ticket
  ticket: 'Ticket {number}',
  progress: 'Progress',
  'step.registered': 'Registered',
  'step.accepted': 'Accepted',
  'step.scheduled': 'Visit agreed',
  'step.en_route': 'On the way',
  'step.on_site': 'On site',
  'step.resolved': 'Fixed',
  skipped: 'skipped',
  about: 'about {time}',
  by: 'by {time}',
  zone: 'Times are the site’s, {site}. Yours are {viewer}',
  engineer: 'Engineer',
  'engineer.none': 'Nobody is assigned yet',
  call: 'Call',
  'call.name': 'Call {name}',
  away: 'up to {distance} away',
  'away.exact': '{distance} away',
  arrives_now: 'there any minute',
  arrives_in: 'there in {duration}',
  seen: 'seen {age} ago',
  'eta.great_circle': 'Arrival estimated from the distance',
  'visit.agreed': 'visit agreed for {window}',
  due: 'to be fixed by {time}',
  clocks: 'Contract times',
  'clock.reaction': 'Reaction',
  'clock.resolution': 'Resolution',
  'clock.reaction.by': 'Reaction by {time}',
  'clock.resolution.by': 'Fixed by {time}',
  'clock.arrival': 'Arrival',
  'clock.arrival.by': 'Arrival by {time}',
  'clock.met': 'met, {elapsed} of {target}',
  'clock.running': '{left} left',
  back: 'Back',
  timeline: 'Timeline',
  'timeline.loading': 'Loading the timeline',

  // The timeline. `{who}` did it.
  'fact.registered': '{who} reported the fault',
  'fact.commented': '{who} wrote',
  'fact.accepted': '{who} took the ticket',
  'fact.assigned': '{name} was assigned',
  'fact.visit_proposed': '{who} proposed a visit: {window}',
  'fact.visit_agreed': 'Visit agreed for {window}',
  'fact.departed': '{who} left for the site',
  'fact.arrived': '{who} arrived at the site',
  'fact.cost_added': 'Work added: {title}, {sum}',

  untitled: 'Without a subject',

  // Work and cost
  cost: 'Work and cost',
  'cost.limit': 'you may approve up to {sum}',
  'cost.net': 'Net',
  'cost.vat.rate': 'VAT {rate}',
  'cost.total': 'Total with VAT',
  'cost.amount': '{code} · {quantity} {unit} × {price}',
  'cost.line': 'net {net} + VAT {vat}',

  // What has to be said when nothing more can be loaded
  fault: 'The portal does not work just now',
} as const satisfies Readonly<Record<string, Message>>;
