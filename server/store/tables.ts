import type { ColumnType } from 'kysely';
import type { DirectoryTables } from './tables-directory.ts';
import type { IdentityTables } from './tables-identity.ts';

/** Append-only: the column cannot be updated. */
export type Fixed<T> = ColumnType<T, T, never>;

/** One client. `head` is the position of its newest event, `number` the newest ticket's; both are raised by the writer alone. */
export interface TenantTable {
  id: Fixed<string>;
  log: Fixed<string>;
  epoch: string;
  head: number;
  number: number;
  /** Raised by every change of what its administrators keep. */
  version: number;
  /** JSON of what the administrators set. */
  settings: string;
}

/** The log. `entry` is the canonical text that was hashed. */
export interface EventTable {
  tenant: Fixed<string>;
  position: Fixed<number>;
  ticket: Fixed<string>;
  seq: Fixed<number>;
  entry: Fixed<string>;
  leaf: Fixed<string>;
}

/** What is personal or free text of an event; the only part of it that can be erased. */
export interface EventPrivateTable {
  tenant: Fixed<string>;
  position: Fixed<number>;
  actor_name: string | null;
  /** JSON: path → {value, salt} or null. */
  disclosures: string;
}

/** One row per ticket: what lists sort, filter and search by, and the kept fold. */
export interface TicketTable {
  tenant: Fixed<string>;
  id: Fixed<string>;
  number: Fixed<number>;
  requester: Fixed<string>;
  /** The key of its registration, for ever. */
  key: Fixed<string>;
  site: string;
  category: string;
  priority: string;
  stage: string;
  assignee: string | null;
  asset: Fixed<string | null>;
  /** The mass incident that it is a part of. */
  parent: string | null;
  /** 0 or 1: a mass incident that is being worked on. */
  mass: number;
  /** 0 or 1. */
  open: number;
  seq: number;
  /** Of the newest event. */
  position: number;
  leaf: string;
  /** Milliseconds since the epoch. */
  opened_at: Fixed<number>;
  changed_at: number;
  /** Number, subject and text, folded for search. */
  words: string;
  /** JSON of the ticket, and by which FOLD it was made. */
  head: string;
  fold: number;
  /** Minor units that wait for an approval. */
  awaiting: number;
  /** The same with what is disputed: a person's limit is held against both. */
  undecided: number;
}

/** What a ticket's charged lines of one month come to, minor units: the month of their performance in the client's zone, `2026-11`. */
export interface TicketChargeTable {
  tenant: Fixed<string>;
  ticket: Fixed<string>;
  month: Fixed<string>;
  site: string;
  charged: number;
}

/** The sites for which a ticket was declared a mass incident; `*` is every one. */
export interface MassSiteTable {
  tenant: Fixed<string>;
  ticket: Fixed<string>;
  site: Fixed<string>;
}

/** One row per command carried out or finally refused, so that a retry is answered alike (W2). */
export interface CommandKeyTable {
  tenant: Fixed<string>;
  principal: Fixed<string>;
  route: Fixed<string>;
  key: Fixed<string>;
  fingerprint: Fixed<string>;
  at: Fixed<number>;
  status: number;
  ticket: string | null;
  /** The events it made: seq after `seen`, up to `last`. A refusal made none and was decided at `seen`. */
  seen: number;
  last: number;
}

/** Every table of the store. */
export interface Tables extends DirectoryTables, IdentityTables {
  tenant: TenantTable;
  event: EventTable;
  event_private: EventPrivateTable;
  ticket: TicketTable;
  ticket_charge: TicketChargeTable;
  mass_site: MassSiteTable;
  command_key: CommandKeyTable;
}
