import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineerFor, isReachable } from '../../demo/company/crew.ts';
import { metresBetween } from '../../demo/company/road.ts';
import { engineersOf } from '../../demo/company/staff.ts';
import type { Stage, Ticket } from '../../demo/company/ticket.ts';
import { playedTicket } from '../support/played-ticket.ts';
import { SITES } from '../../demo/clients/pharmacy/sites.ts';

const ENGINEERS = engineersOf('apteka-one');

const ticketOf = (category: string, assignee: string | null = null, stage: Stage = 'accepted'): Ticket =>
  playedTicket({
    id: `${category}-${assignee}`,
    stage,
    category,
    assignee: assignee === null ? null : { id: assignee },
  });

test('the one who knows this fault best is sent, and another while he is out', () => {
  assert.equal(engineerFor(ticketOf('till'), ENGINEERS, []), 'marat');
  assert.equal(engineerFor(ticketOf('till'), ENGINEERS, [ticketOf('till', 'marat', 'on_site')]), 'timur');
});

test('among those who know it, whoever has less waiting is sent', () => {
  assert.equal(engineerFor(ticketOf('till'), ENGINEERS, [ticketOf('printer', 'marat')]), 'timur');
});

test('where nobody who knows it is free, anybody free is sent', () => {
  const out = [ticketOf('till', 'marat', 'on_site'), ticketOf('till', 'timur', 'en_route')];
  const sent = engineerFor(ticketOf('till'), ENGINEERS, out);
  assert.ok(sent !== null && sent !== 'marat' && sent !== 'timur');
});

test('nobody is sent twice at once', () => {
  const everybodyOut = ENGINEERS.map(({ id }) => ticketOf('till', id, 'en_route'));
  assert.equal(engineerFor(ticketOf('till'), ENGINEERS, everybodyOut), null);
});

test('an engineer does not fly from one trip to the next', () => {
  const [here, there] = [SITES[0]!, SITES[9]!];
  const metres = metresBetween(here, there);
  const soon = (metres / 200) * 3600;
  const late = (metres / 80) * 3600;
  assert.equal(isReachable({ place: here, at: 0 }, there, soon), false);
  assert.equal(isReachable({ place: here, at: 0 }, there, late), true);
  assert.equal(isReachable(undefined, there, 0), true);
});
