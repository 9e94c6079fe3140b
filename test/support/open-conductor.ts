import type { TicketId } from '../../server/contract/ids.ts';
import { Conductor } from '../../widget/live/conductor.ts';
import { onDevice } from '../../widget/outbox/database.ts';
import { PortalStore } from '../../widget/store/portal-store.ts';
import type { PortalFault } from '../../widget/store/state.ts';
import { FakeServer, json, SERVER, sessionAnswer } from './fake-server.ts';
import { FakeSockets } from './fake-socket.ts';
import { ManualTime } from './manual-time.ts';
import { accepted, BOOT, eventsOf, viewOf, type Done } from './scene.ts';
import { waitUntil } from '@open-wc/testing';

export const T1 = 't1' as TicketId;
export const OWN: readonly Done[] = [accepted];
const opened: (() => void)[] = [];
export const until = (holds: () => boolean): Promise<void> =>
  waitUntil(holds, undefined, { interval: 1, timeout: 5000 });

/** A portal before a server that knows one accepted ticket, at position 2. */
export function openConductor(time = new ManualTime()) {
  const sockets = new FakeSockets();
  const store = new PortalStore();
  const told: Event[] = [];
  const faults: PortalFault[] = [];
  const server = new FakeServer()
    .on('POST /v1/session', () => json(sessionAnswer(time.now(), { head: 'e1.2' })))
    .on('GET /v1/portal', () => json(BOOT))
    .on('GET /v1/tickets', () => json({ tickets: [viewOf(OWN)], next: null }))
    .on('GET /v1/tickets/t1', () =>
      json({ ticket: viewOf(OWN), events: eventsOf(OWN), asOf: { epoch: 'e1', position: 2 } }),
    );
  const conductor = new Conductor({
    server: SERVER,
    tenant: 'apteka-one',
    getToken: () => Promise.resolve('assertion'),
    fetch: server.fetch,
    connect: sockets.connect,
    time,
  });
  const viewer = conductor.join({
    store,
    tell: (event) => told.push(event),
    report: (fault) => {
      faults.push(fault);
      store.update((state) => ({ ...state, fault, phase: state.phase === 'ready' ? 'ready' : 'failed' }));
    },
  });
  const { actions } = viewer;
  const stop = (): void => void conductor.leave(viewer);
  opened.push(stop);
  const ready = async (): Promise<void> => {
    conductor.start();
    await until(() => sockets.dialled.length === 1 && sockets.last.auth !== undefined);
    sockets.last.tell('connect');
  };
  const types = (): string[] => told.map(({ type }) => type);
  return { conductor, actions, stop, store, server, sockets, time, told, types, faults, ready };
}

export const frameOf = (scene: readonly Done[], from: number) => ({
  epoch: 'e1',
  from,
  to: scene.length + 1,
  events: eventsOf(scene).slice(from),
  clocks: {},
});

/** Ends every portal that was opened; what they kept on this device is gone. */
export async function stopAll(): Promise<void> {
  for (const stop of opened.splice(0)) stop();
  await forgetDevice();
}

/** Takes away all that was kept on this device. */
export async function forgetDevice(): Promise<void> {
  await onDevice(async (db) => {
    for (const name of db.objectStoreNames) await db.clear(name);
    return true;
  });
}
