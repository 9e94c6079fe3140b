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
      readonly billing: string;
      readonly total: number;
      readonly state: string;
    }[];
    readonly total: number;
  };
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
}

export const isOpen = ({ stage }: Ticket): boolean =>
  stage !== 'resolved' && stage !== 'closed' && stage !== 'cancelled';

/** When something last happened in the ticket's course; undefined when it never did. */
export const lastAt = (ticket: Ticket, type: string): number | undefined => {
  const act = ticket.course.findLast((one) => one.type === type);
  return act && Date.parse(act.at);
};
