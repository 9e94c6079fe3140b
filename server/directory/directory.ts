import type { EngineerProfile } from '../contract/events.ts';
import type { Tier } from '../contract/eta.ts';
import type { PersonId, TenantId, Words } from '../contract/ids.ts';
import type { VatRounding } from '../contract/money.ts';
import type { StaffRole } from '../contract/people.ts';
import type { Asset, Category, Priority, Site, Theme } from '../contract/portal.ts';
import type { PricePosition } from '../contract/prices.ts';
import type { Policy } from '../contract/sla.ts';
import type { Pass } from '../contract/visits.ts';

/** What a client's contract says beside its norms. */
export interface TenantSettings {
  readonly name: Words;
  readonly locale: string;
  readonly currency: string;
  /** Of reports, and of what belongs to no site. */
  readonly timeZone: string;
  readonly vatRounding: VatRounding;
  /** What the client sees of a travelling engineer. */
  readonly tier: Tier;
  /** Whether employees see all tickets of their sites, not only their own. */
  readonly siteSharing: boolean;
  /** Minor units per ticket that need no approval, and that each role may approve; null: no limit. */
  readonly approval: {
    readonly free: number | null;
    readonly employee: number | null;
    readonly approver: number | null;
    /** Of each site and calendar month, over all of its tickets; what goes beyond it waits for an approval. Without it: no budget. */
    readonly siteMonth?: number | null;
  };
  readonly provider: { readonly name: Words; readonly phone: string | null };
}

export interface Tenant extends TenantSettings {
  readonly id: TenantId;
  /** Names its log, for ever. */
  readonly log: string;
  /** Of this copy of the log; another one after a fork. */
  readonly epoch: string;
}

/** One of the service company's people who works for this client. */
export interface Staff {
  readonly id: PersonId;
  readonly role: StaffRole;
  /** Shown to the client only where `basis` is recorded; without it: role and initials. */
  readonly profile: EngineerProfile;
  readonly basis: 'consent' | 'legitimate_interest' | null;
  /** For the guards of the sites that he visits, and for nobody else. */
  readonly pass?: Pass;
}

/** All that a tenant's administrators keep, as one immutable value; a change makes a new one. */
export interface Directory {
  readonly tenant: Tenant;
  readonly theme: Theme;
  readonly sites: ReadonlyMap<string, Site>;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly priorities: ReadonlyMap<string, Priority>;
  /** Every version, by `policyKey`: a ticket keeps the one that it was registered under. */
  readonly policies: ReadonlyMap<string, Policy>;
  /** The newest version: what a ticket registered now is promised. */
  readonly policy: Policy | null;
  /** By code; of several versions the earliest first. */
  readonly prices: ReadonlyMap<string, readonly PricePosition[]>;
  readonly staff: ReadonlyMap<PersonId, Staff>;
}

/** What a change sets, as whole lists. */
export interface DirectoryChange {
  readonly settings?: TenantSettings;
  readonly theme?: Theme;
  readonly sites?: readonly Site[];
  readonly assets?: readonly Asset[];
  readonly categories?: readonly Category[];
  readonly priorities?: readonly Priority[];
  /** In the order of saving. */
  readonly policies?: readonly Policy[];
  readonly prices?: readonly PricePosition[];
  readonly staff?: readonly Staff[];
}

/** The one way to a tenant's directory; undefined for a tenant that does not exist. */
export type FindDirectory = (tenant: TenantId) => Promise<Directory | undefined>;
