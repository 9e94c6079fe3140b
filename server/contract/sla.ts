import type { FactType, PauseReason } from './events.ts';

/** ISO 8601 durations, `PT15M`, `P2D`. What the norms of a contract are written in. */
export type Target =
  | { readonly elapsed: string }
  | { readonly working: string }
  | { readonly workingDays: number; readonly at?: 'same-time' | 'end' };

/** What the contract promises for one category and priority; `*` stands for any. */
export interface Norm {
  readonly category: string;
  readonly priority: string;
  readonly reaction?: Target;
  readonly resolution?: Target;
  readonly arrival?: Target;
}

/** One version of a contract's norms. A version, once stamped on a ticket, never changes. */
export interface Policy {
  readonly id: string;
  readonly version: number;
  readonly norms: readonly Norm[];
  /** Which act of the provider's people stops the reaction clock. */
  readonly reactionStops: readonly Extract<FactType, 'accepted' | 'assigned' | 'commented'>[];
  /** Which reasons stop which clock. */
  readonly pauses: {
    readonly reaction: readonly PauseReason[];
    readonly resolution: readonly PauseReason[];
    readonly arrival: readonly PauseReason[];
  };
}

/** Names one version among all of a client's. */
export const policyKey = ({ id, version }: Pick<Policy, 'id' | 'version'>): string => `${id}@${version}`;
