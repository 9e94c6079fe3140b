import type { Tier } from './eta.ts';
import type { PersonId, TenantId, Words } from './ids.ts';
import type { ClientRole } from './people.ts';
import type { Target } from './sla.ts';

/** Colours and measures by token (`accent`, `on-accent`, `surface` … `radius`, `space`, `shadow`), without the `--vitrine-` before them. */
export type ThemeTokens = Readonly<Record<string, string>>;

export interface Theme {
  readonly light: ThemeTokens;
  readonly dark: ThemeTokens;
  /** Texts of the interface that the client calls otherwise, by text key. */
  readonly labels: Readonly<Record<string, string>>;
  readonly locale?: string;
  /** Words of the trade that the client calls otherwise, by the word it replaces. */
  readonly terms?: Readonly<Record<string, string>>;
}

/**
 * A theme as it is handed out: each token of both schemes has a value. `legible`: every pair of its colours meets WCAG AA, so nothing has to be
 * repaired where it is shown.
 */
export interface ShownTheme extends Theme {
  readonly legible?: true;
}

export interface Site {
  readonly id: string;
  readonly name: Words;
  readonly address: Words;
  readonly timeZone: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface Asset {
  readonly id: string;
  readonly site: string;
  readonly name: Words;
  readonly category: string | null;
}

/** A field that only this category asks for. */
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
  /** The priority of a ticket that names none. */
  readonly priority: string;
  readonly fields: readonly CategoryField[];
}

export interface Priority {
  readonly id: string;
  readonly name: Words;
}

/** `GET /v1/portal`: what the widget needs to draw itself. */
export interface PortalBoot {
  readonly tenant: {
    readonly id: TenantId;
    readonly name: Words;
    readonly locale: string;
    readonly currency: string;
    readonly timeZone: string;
    /** Whether employees see all tickets of their sites, not only their own. */
    readonly siteSharing: boolean;
  };
  /** The service company, and where to turn without the portal. */
  readonly provider: { readonly name: Words; readonly phone: string | null };
  readonly theme: ShownTheme;
  readonly person: {
    readonly id: PersonId;
    readonly name: string | null;
    readonly role: ClientRole;
    /** Minor units that may be approved without asking; null: no limit. */
    readonly approvalLimit: number | null;
  };
  readonly tier: Tier;
  readonly sites: readonly Site[];
  readonly assets: readonly Asset[];
  readonly categories: readonly Category[];
  readonly priorities: readonly Priority[];
  readonly limits: { readonly subject: number; readonly text: number };
}

/** `POST /v1/sla/promise`: what would be promised for a ticket registered now. */
export interface PromiseAnswer {
  readonly clocks: readonly {
    readonly kind: 'reaction' | 'resolution' | 'arrival';
    readonly target: Target;
    readonly dueAt: string;
  }[];
}
