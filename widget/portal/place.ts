import type { TicketId } from '../../server/contract/ids.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { Prefill, View } from '../store/state.ts';

/** Where an address leads: `#vitrine-ticket=<id>`, or `#vitrine-report` with what is filled in, as in a QR code on an asset. */
export interface DeepLink {
  readonly ticket: string | null;
  readonly prefill: Prefill | null;
}

export function readLink(hash: string): DeepLink | undefined {
  const query = new URLSearchParams(hash.slice(1));
  const ticket = query.get('vitrine-ticket');
  const prefill = query.has('vitrine-report') ? (Object.fromEntries(query) as Prefill) : null;
  return ticket || prefill ? { ticket, prefill } : undefined;
}

/** The address of this page at which the portal opens this ticket. */
export const linkTo = (ticket: TicketId): string =>
  `${location.href.split('#')[0]}#vitrine-ticket=${encodeURIComponent(ticket)}`;

interface Place {
  readonly view: View;
  readonly openTicket: TicketId | null;
}

/**
 * Brings a person back to where he was in this tab, and remembers where he goes: ids alone. A reload goes before the link in the address, any
 * other visit after it, and what he has chosen himself meanwhile before both.
 *
 * @param key names server, client and element; the person comes to it
 */
export function rememberPlace(store: PortalStore, key: string, followLink: () => void): void {
  const first = store.current;
  if (!isReload()) followLink();
  let whose: string | undefined;
  let kept = '';
  const follow = (): void => {
    const { person, view, openTicket } = store.current;
    const name = person && `vitrine ${key} ${person.id}`;
    if (!name) return;
    try {
      if (name !== whose) {
        whose = name;
        kept = sessionStorage.getItem(name) ?? '';
        const isUntouched = view === first.view && openTicket === first.openTicket;
        if (kept && isUntouched) return store.update((state) => ({ ...state, ...(JSON.parse(kept) as Place) }));
        followLink();
      }
      const place = JSON.stringify({ view, openTicket } satisfies Place);
      if (place !== kept) sessionStorage.setItem(name, (kept = place));
    } catch {
      // Storage is closed, or somebody else wrote there.
    }
  };
  store.subscribe(follow);
  follow();
}

const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');
