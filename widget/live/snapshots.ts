import type { AsOf } from '../../server/contract/feed.ts';
import type { Fault } from '../../server/contract/faults.ts';
import type { PortalBoot } from '../../server/contract/portal.ts';
import { clientOf, keepClient } from '../store/client-memory.ts';
import type { Store } from '../store/portal-store.ts';
import { takeShown, takeSnapshot } from '../store/snapshot.ts';
import type { Known } from '../store/state.ts';
import { askShown } from './ask-shown.ts';
import type { Condition } from './condition.ts';
import type { Gateway } from './gateway.ts';
import type { Session } from './session.ts';
import { backoffMs, type Pauses, type Time } from './time.ts';
import { bringList, bringOpen, type Viewer } from './viewers.ts';

export interface SnapshotsOptions {
  readonly known: Store<Known>;
  readonly tenant: string;
  readonly viewers: ReadonlySet<Viewer>;
  readonly gateway: Gateway;
  readonly session: Session;
  readonly condition: Condition;
  readonly time: Time;
  readonly pauses: Pauses;
}

/** Brings all that is shown anew, until it is there. */
export class Snapshots {
  readonly #options: SnapshotsOptions;
  #whose: AbortSignal | undefined;

  constructor(options: SnapshotsOptions) {
    this.#options = options;
  }

  get underWay(): boolean {
    return this.#whose?.aborted === false;
  }

  /**
   * A snapshot taken after `asOf`, to which the frames from there belong: what lies in both changes nothing twice.
   *
   * @param signal another person's is another snapshot
   * @returns false where it was given up
   */
  async take(asOf: AsOf, signal: AbortSignal): Promise<boolean> {
    const { session, condition, time, pauses } = this.#options;
    this.#whose = signal;
    for (let attempt = 0; ; attempt++) {
      const fault = await this.#load(asOf, signal);
      if (signal.aborted) return false;
      if (!fault) break;
      if (fault.code === 'unauthorized') await session.bearer();
      else condition.trouble({ code: 'no_answer', fault });
      await pauses.pause(backoffMs(time, attempt));
      if (signal.aborted) return false;
    }
    this.#whose = undefined;
    return true;
  }

  async #load(asOf: AsOf, signal: AbortSignal): Promise<Fault | undefined> {
    const { known, viewers, tenant, gateway, condition } = this.#options;
    const waiting = (fault: Fault): void => condition.trouble({ code: 'no_answer', fault });
    const asked = { signal, waiting };
    const then = [...viewers];
    const showings = then.map(({ store }) => store.current);
    const [boot, shown] = await Promise.all([
      gateway.ask<PortalBoot>('GET', '/v1/portal', asked),
      askShown(gateway, showings, asked),
    ]);
    if (signal.aborted) return undefined;
    if (boot.fault) return boot.fault;
    if (shown.fault) return shown.fault;
    known.update((state) => takeSnapshot(state, boot.value, asOf));
    keepClient(gateway.server, tenant, clientOf(boot.value));
    for (const viewer of viewers) {
      const own = shown.value[then.indexOf(viewer)];
      if (own) viewer.store.update((state) => takeShown(state, own));
      else bringList(viewer, viewers);
      bringOpen(viewer);
    }
    return undefined;
  }
}
