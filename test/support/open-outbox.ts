import { waitUntil } from '@open-wc/testing';
import type { TicketId } from '../../server/contract/ids.ts';
import { onDevice } from '../../widget/outbox/database.ts';
import { accepted, assigned, eventsOf, registered, viewOf, type Done } from './scene.ts';
import { json, silence, type Asked } from './fake-server.ts';
import { openConductor, until } from './open-conductor.ts';
import { ManualTime } from './manual-time.ts';

export const REPORT = { site: 'p12', category: 'till', text: 'It is dark' };
export const NEW = 'POST /v1/tickets';
export const COMMENT = 'POST /v1/tickets/t1/comment';
export const commented = () => json({ events: eventsOf([accepted, assigned]).slice(2) });
export const registration = (ticket = 't2') => {
  const scene: Done[] = [[0, eventsOf([])[0]!.actor, registered({ number: 4128 })]];
  return json({ ticket: viewOf(scene, { ticket }), events: eventsOf(scene, ticket), receipt: {} }, 201);
};
export const keysOf = (asked: readonly Asked[]) => asked.map(({ headers }) => headers.get('Idempotency-Key'));
export const onDisk = async () => (await onDevice((db) => db.getAll('commands')))!;
export type Portal = ReturnType<typeof openConductor>;
export const waiting = ({ store }: Portal, ticket: TicketId | 'new' = 'new') => store.current.pending.get(ticket) ?? [];

/** A portal that is up, with what was kept for its person. */
export async function openOutbox(time?: ManualTime): Promise<Portal> {
  const portal = openConductor(time);
  await portal.ready();
  await portal.actions.kept();
  return portal;
}

/** Passes time until it has come to this. */
export const inTime = ({ time }: Portal, holds: () => boolean): Promise<void> =>
  waitUntil(
    async () => {
      await time.pass(250);
      return holds();
    },
    undefined,
    { interval: 1, timeout: 5000 },
  );

/** What nobody has answered yet: the page is closed over it. */
export async function leftUnsent(): Promise<Asked> {
  const portal = await openOutbox();
  portal.server.on(NEW, silence);
  void portal.actions.report(REPORT);
  await until(() => waiting(portal)[0]?.fault !== undefined);
  portal.stop();
  return portal.server.to(NEW)[0]!;
}
