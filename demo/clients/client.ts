import type { Html, PageView } from '../pages/page-view.ts';
import type { Step } from '../company/move.ts';
import type { OpeningHours } from '../history/opening-hours.ts';
import type { Ticket } from '../company/ticket.ts';
import type { Language, Words } from '../words.ts';

/** One customer of the service company, whole: what its administrator keeps, who its people are, how its days go, and its own page. */
export interface Client {
  /** The tenant; stands in addresses too. */
  readonly id: string;
  /** Who issues its assertions. */
  readonly issuer: string;
  readonly tenant: Tenant;
  readonly sites: readonly Site[];
  readonly assets: readonly Asset[];
  readonly categories: readonly Category[];
  readonly priorities: readonly Priority[];
  /** The contract's norms. */
  readonly policy: Policy;
  readonly prices: readonly PricePosition[];
  readonly theme: Theme;
  /** Whom a visitor of the demo can be, the first one first. The simulation never acts as one of them. */
  readonly people: readonly Guest[];
  /** Everybody else who reports, at least one at every site; played by the simulation. */
  readonly colleagues: readonly Person[];
  /** What breaks on an ordinary day. */
  readonly reports: readonly [Report, ...Report[]];
  readonly outage: Outage;
  /** How a fault is dealt with, by category. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
  /** What another visit costs after a repair that did not hold. */
  readonly again: Pick<Scenario, 'works' | 'summary'>;
  /** How it all stands when a visitor comes for the first time. */
  readonly scenes: readonly Scene[];
  /** The number under which its sites are called back. */
  readonly phone: string;
  /** When there is somebody at its sites, by their clocks; without it from nine to nine, every day. */
  readonly hours?: OpeningHours;
  readonly page: IntranetPage;
}

export interface Tenant {
  readonly name: Words;
  /** What the page and its people speak where nothing else is chosen. */
  readonly locale: Language;
  readonly currency: string;
  /** Of reports. */
  readonly timeZone: string;
  readonly vatRounding: 'line' | 'rate';
  readonly tier: 'none' | 'distance' | 'eta' | 'area' | 'exact';
  readonly siteSharing: boolean;
  /** Minor units per ticket; null: no limit. */
  readonly approval: {
    readonly free: number | null;
    readonly employee: number | null;
    readonly approver: number | null;
  };
  readonly provider: { readonly name: Words; readonly phone: string };
}

export interface Site {
  readonly id: string;
  readonly name: Words;
  readonly address: Words;
  /** Whose engineers drive there. */
  readonly region: string;
  /** What codes of the price list begin with here, where countries have lists of their own: `IE-`. */
  readonly codes?: string;
  readonly timeZone: string;
  /** Degrees × 10⁷. */
  readonly latitude: number;
  readonly longitude: number;
}

/** Something that stands at a site; its id is `<site>/<thing>`. */
export interface Asset {
  readonly id: string;
  readonly site: string;
  readonly name: Words;
  readonly category: string | null;
}

export interface CategoryField {
  readonly id: string;
  readonly label: Words;
  readonly kind: 'text' | 'number' | 'choice' | 'yes_no';
  readonly required: boolean;
  readonly choices?: readonly { readonly id: string; readonly label: Words }[];
}

export interface Category {
  readonly id: string;
  readonly name: Words;
  readonly priority: string;
  readonly fields: readonly CategoryField[];
}

export interface Priority {
  readonly id: string;
  readonly name: Words;
}

interface Elapsed {
  /** An ISO 8601 duration. */
  readonly elapsed: string;
}

export interface Policy {
  readonly id: string;
  readonly version: number;
  /** By category and priority, `*` for any. */
  readonly norms: readonly {
    readonly category: string;
    readonly priority: string;
    readonly reaction?: Elapsed;
    readonly resolution?: Elapsed;
    readonly arrival?: Elapsed;
  }[];
  readonly reactionStops: readonly ('accepted' | 'assigned' | 'commented')[];
  readonly pauses: Readonly<Record<'reaction' | 'resolution' | 'arrival', readonly string[]>>;
}

export type PositionKind = 'work' | 'part' | 'call_out' | 'travel' | 'minimum' | 'coefficient' | 'wasted_trip';

export interface PricePosition {
  readonly code: string;
  readonly title: Words;
  readonly unit: Words;
  readonly kind: PositionKind;
  /** Minor units; 0 for a coefficient. */
  readonly unitPrice: number;
  /** Basis points; null: without VAT. */
  readonly vatRate: number | null;
  readonly prices: 'net' | 'gross';
  /** First and last day of a version, in the client's zone. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Charged where one of these fits the arrival in site time; all that one names has to hold. */
  readonly when?: readonly {
    readonly hours?: readonly [from: string, to: string];
    readonly weekdays?: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
    readonly dates?: readonly string[];
  }[];
  /** Of a coefficient: basis points that it adds. */
  readonly share?: number;
  /** Of a coefficient or a minimum: the kinds of lines that it counts. */
  readonly of?: readonly PositionKind[];
  /** Whether the server adds it by itself to a visit that has work. */
  readonly automatic?: boolean;
}

export interface Theme {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
  /** Sentences of the portal that this client says otherwise, by text key. */
  readonly labels: Readonly<Record<string, string>>;
  /** In which language labels and terms are written; other languages are left alone. */
  readonly locale?: Language;
  /** Words of the trade that this client calls otherwise, by the word replaced. */
  readonly terms?: Readonly<Record<string, string>>;
}

/** Somebody of the client, as its own intranet knows them. */
export interface Person {
  /** The stable `sub` of assertions. */
  readonly id: string;
  readonly name: Words;
  readonly role: 'employee' | 'approver' | 'auditor';
  /** The first one is where they report from; empty for who watches all. */
  readonly sites: readonly string[];
  /** What they do there. */
  readonly post: Words;
}

/** Somebody whom a visitor can be. */
export interface Guest extends Person {
  /** What they are there to show. */
  readonly why: Words;
}

/** Something that breaks. */
export interface Report {
  readonly category: string;
  readonly text: Words;
}

export interface Work {
  readonly code: string;
  /** Decimal string. */
  readonly quantity: string;
  readonly billing?: 'included' | 'warranty';
}

/** How a fault of one kind is dealt with. */
export interface Scenario {
  /** Asked before anybody is sent; null where the report says enough. */
  readonly question: Words | null;
  /** Whether a time is agreed before anybody is sent. */
  readonly visit: boolean;
  readonly works: readonly Work[];
  readonly summary: Words;
  /** How some of these faults are mended from afar. */
  readonly remote?: { readonly works: readonly Work[]; readonly summary: Words };
}

/** What strikes all sites of a region at once. */
export interface Outage extends Report {
  /** What people there are told. */
  readonly notice: Words;
}

/** A ticket that stands somewhere in its life when a visitor comes for the first time. */
export interface Scene extends Report {
  /** A colleague, or one of the people a visitor can be. */
  readonly by: string;
  readonly acts: readonly Act[];
}

/** One act: by a member of the company's staff, or by the reporter (`client`). */
export type Act = readonly [by: string, command: string, body?: (stand: Stand) => Step['body']];

/** How things stand when an act is carried out. */
export interface Stand {
  readonly ticket: Ticket;
  readonly client: Client;
  readonly language: Language;
}

/** The client's own page with the portal in it. */
export interface IntranetPage {
  /** What it says on the start page. */
  readonly lead: Words;
  /** Its style sheet. */
  readonly css: URL;
  readonly render: (view: PageView) => Html;
}
