import { waitUntil } from '@open-wc/testing';
import type { TicketId } from '../../server/contract/ids.ts';
import '../../widget/index.ts';
import type { VitrinePortal } from '../../widget/portal/vitrine-portal.ts';
import { VitrineElement } from '../../widget/portal/vitrine-element.ts';
import type { Actions } from '../../widget/store/actions.ts';
import type { Machinery, OpenPortal, PortalHost } from '../../widget/store/machinery.ts';

export const until = (holds: () => boolean): Promise<void> => waitUntil(holds, undefined, { interval: 1 });
const { machinery } = VitrineElement;
const { error } = console;

/** Stands in for what works behind a portal, and remembers what it was told. */
class Watched implements Machinery {
  readonly host: PortalHost;
  readonly did: string[] = [];
  readonly actions = { openTicket: (ticket: TicketId) => this.did.push(`open ${ticket}`) } as unknown as Actions;
  constructor(host: PortalHost) {
    this.host = host;
  }
  start = (): void => void this.did.push('start');
  stop = (): void => void this.did.push('stop');
  follow = (): boolean => this.did.push('follow') > 0;
}

export let brought: Watched[] = [];
export let logged: string[] = [];
export const last = (): Watched => brought.at(-1)!;

/** A portal in the page. */
export function embed(attributes: Readonly<Record<string, string>>): VitrinePortal {
  const portal = document.createElement('vitrine-portal');
  for (const [name, value] of Object.entries(attributes)) portal.setAttribute(name, value);
  portal.innerHTML = '<p slot="fallback">Call us</p>';
  document.body.append(portal);
  return portal;
}

/** A portal whose machinery has arrived. */
export async function mount(
  attributes: Readonly<Record<string, string>> = { tenant: 'apteka-one', 'token-url': '/token' },
) {
  const known = brought.length;
  const portal = embed(attributes);
  await until(() => brought.length > known);
  return portal;
}

export const fallbackOf = (portal: Element): HTMLElement => portal.querySelector('[slot=fallback]')!;
export const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** Machinery that only remembers. */
export const watched: OpenPortal = async (host) => {
  brought.push(new Watched(host));
  return last();
};

/** Before each test: a portal whose machinery is watched, and a console that is read. */
export function prepare(): void {
  brought = [];
  logged = [];
  console.error = (...said: unknown[]) => void logged.push(said.join(' '));
  VitrineElement.servedFrom = 'https://service.example/';
  VitrineElement.machinery = async () => watched;
}

/** After each test. */
export function cleanUp(): void {
  document.body.replaceChildren();
  console.error = error;
  VitrineElement.machinery = machinery;
}
