import type { TicketEvent } from '../../server/contract/events.ts';
import type { TicketView } from '../../server/contract/ticket.ts';
import type { PortalFault, PortalFaultCode } from '../store/state.ts';

const OUTWARD = { bubbles: true, composed: true };

/** The portal shows what it knows of this person. */
export class VitrineReadyEvent extends Event {
  constructor() {
    super('vitrine-ready', OUTWARD);
  }
}

/** The person has registered a ticket; the server has it on disk. */
export class VitrineRegisteredEvent extends Event {
  readonly ticket: TicketView;
  constructor(ticket: TicketView) {
    super('vitrine-registered', OUTWARD);
    this.ticket = ticket;
  }
}

/** Something has happened to a ticket that is shown; `ticket` is as the event has left it. */
export class VitrineChangeEvent extends Event {
  readonly ticket: TicketView;
  readonly event: TicketEvent;
  constructor(ticket: TicketView, event: TicketEvent) {
    super('vitrine-change', OUTWARD);
    this.ticket = ticket;
    this.event = event;
  }
}

/** How many tickets have news that the person has not opened. */
export class VitrineUnreadEvent extends Event {
  readonly count: number;
  constructor(count: number) {
    super('vitrine-unread', OUTWARD);
    this.count = count;
  }
}

/** The panel of a portal with `mode="launcher"` was opened or closed. */
export class VitrineToggleEvent extends Event {
  readonly open: boolean;
  constructor(open: boolean) {
    super('vitrine-toggle', OUTWARD);
    this.open = open;
  }
}

/** The page has to sign the person in again; the portal goes on when `getToken` gives a token that is accepted. */
export class VitrineAuthRequiredEvent extends Event {
  constructor() {
    super('vitrine-auth-required', OUTWARD);
  }
}

/** What is wrong with the embedding or the line, and what to do about it: one sentence each, in English. */
export class VitrineErrorEvent extends Event {
  readonly code: PortalFaultCode;
  readonly detail: string;
  readonly help: string;
  constructor({ code, detail, help }: PortalFault) {
    super('vitrine-error', OUTWARD);
    this.code = code;
    this.detail = detail;
    this.help = help;
  }
}

declare global {
  interface HTMLElementEventMap {
    'vitrine-ready': VitrineReadyEvent;
    'vitrine-registered': VitrineRegisteredEvent;
    'vitrine-change': VitrineChangeEvent;
    'vitrine-unread': VitrineUnreadEvent;
    'vitrine-toggle': VitrineToggleEvent;
    'vitrine-auth-required': VitrineAuthRequiredEvent;
    'vitrine-error': VitrineErrorEvent;
  }
}
