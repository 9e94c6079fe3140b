/** A ticket as the HTTP API shows it: what the play needs of it. */
export interface Ticket {
  readonly id: string;
  readonly number: number;
  readonly stage: Stage;
  readonly site: string;
  readonly category: string;
  readonly priority: string;
  readonly text: string | null;
  readonly requester: { readonly id: string };
  readonly assignee: { readonly id: string } | null;
  readonly visits: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly state: string;
  }[];
  readonly pauses: readonly {
    readonly id: string;
    readonly reason: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly questions: readonly { readonly id: string; readonly askedAt: string; readonly answeredAt: string | null }[];
  readonly costs: {
    readonly lines: readonly {
      readonly id: string;
      readonly code: string;
      readonly quantity: string;
      /** Basis points. */
      readonly discount: number;
      readonly billing: string;
      readonly total: number;
      readonly state: string;
    }[];
    readonly total: number;
  };
  readonly mass: { readonly until: string | null } | null;
  readonly rating: { readonly stars: number } | null;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly seq: number;
  readonly course: readonly { readonly seq: number; readonly type: string; readonly at: string }[];
}

export type Stage =
  | 'registered'
  | 'accepted'
  | 'scheduled'
  | 'en_route'
  | 'on_site'
  | 'resolved'
  | 'closed'
  | 'cancelled';

/** An event as the HTTP API shows it: enough to see who wrote last. */
export interface TicketEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: { readonly id: string; readonly role: string };
  /** What is free text, by its JSON pointer in the data. */
  readonly private: Readonly<Record<string, { readonly value: unknown } | null>>;
}

export const isOpen = ({ stage }: Ticket): boolean =>
  stage !== 'resolved' && stage !== 'closed' && stage !== 'cancelled';

/** When something last happened in the ticket's course; undefined when it never did. */
export const lastAt = (ticket: Ticket, type: string): number | undefined => {
  const act = ticket.course.findLast((one) => one.type === type);
  return act && Date.parse(act.at);
};

const SOON_MS = 15 * 60_000;

/** Whether nothing happens before a visit that is agreed for later. */
export const isForLater = ({ visits }: Ticket, now: number): boolean =>
  visits.some(({ state, from }) => state === 'agreed' && Date.parse(from) > now + SOON_MS);

/** How often something has happened in the ticket's course. */
export const count = ({ course }: Ticket, type: string): number => course.filter((act) => act.type === type).length;

/** What of its costs the client does not agree with. */
export const disputedIn = ({ costs }: Ticket): Ticket['costs']['lines'] =>
  costs.lines.filter(({ state, billing }) => state === 'disputed' && billing !== 'included');
