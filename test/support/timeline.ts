import { partsOf, type Actor, type Facts, type TicketEvent, type TicketFact } from '../../server/contract/events.ts';
import type { PersonId, TenantId, TicketId } from '../../server/contract/ids.ts';

export const TENANT = 'apteka-one' as TenantId;
export const TICKET = '018f0000-0000-7000-8000-000000000001' as TicketId;

export const ANNA: Actor = { kind: 'person', id: 'anna' as PersonId, role: 'employee', name: 'Anna Petrova' };
export const OLGA: Actor = { kind: 'person', id: 'olga' as PersonId, role: 'dispatcher', name: 'Olga Smirnova' };
export const MARAT: Actor = { kind: 'person', id: 'marat' as PersonId, role: 'engineer', name: 'Marat Galiev' };

/** When the first event of a {@link timeline} is recorded; the others follow a minute apart. */
export const START = Date.UTC(2026, 0, 12, 9, 2);
const MINUTE = 60_000;

export const registered: { readonly type: 'registered' } & Facts['registered'] = {
  type: 'registered',
  number: 4127,
  kind: 'incident',
  channel: 'widget',
  site: 'baumana-44',
  asset: null,
  category: 'till',
  priority: '1',
  requester: ANNA.id,
  requesterName: ANNA.name,
  subject: 'Till 3 does not print receipts',
  text: 'Red light, paper is in. Since this morning.',
  contact: null,
  fields: null,
  files: [],
  policy: { id: 'standard', version: 1 },
  currency: 'RUB',
  vatRounding: 'line',
};

export const assigned: TicketFact = {
  type: 'assigned',
  engineer: MARAT.id,
  profile: { name: 'Marat Galiev', phone: '+7 843 000-00-00', specialty: 'Tills' },
};

export interface Told {
  readonly fact: TicketFact;
  readonly by?: Actor;
  /** Milliseconds since the epoch. */
  readonly at?: number;
  readonly effectiveAt?: number;
}

/** Whose a fact is when a test does not say. */
const usual = ({ type }: TicketFact): Actor => {
  if (
    /^(registered|answered|confirmed|reopened|rated|visit_agreed|visit_declined|cost_approved|cost_disputed|postponed)$/.test(
      type,
    )
  )
    return ANNA;
  return /^(departed|arrived|resolved|cost_added|access_denied|visit_ended)$/.test(type) ? MARAT : OLGA;
};

/** A timeline as the log would hand it out, its first event at {@link START}; commitments are marked, not computed. */
export const timeline = (...told: readonly (TicketFact | Told)[]): readonly TicketEvent[] =>
  told.map((one, index) => {
    const { fact, by, at, effectiveAt }: Told = 'fact' in one ? one : { fact: one };
    const { open, personal } = partsOf(fact);
    const disclosures = Object.entries(personal).map(
      ([field, value]) => [`/${field}`, { value, salt: 'salt' }] as const,
    );
    return {
      v: 1,
      log: `${TENANT}/0000000000000000`,
      position: index + 1,
      seq: index + 1,
      tenant: TENANT,
      ticket: TICKET,
      type: fact.type,
      at: new Date(at ?? START + index * MINUTE).toISOString(),
      ...(effectiveAt !== undefined && { effectiveAt: new Date(effectiveAt).toISOString() }),
      actor: by ?? usual(fact),
      data: { ...open, ...Object.fromEntries(Object.keys(personal).map((field) => [field, `commitment to ${field}`])) },
      prev: null,
      private: Object.fromEntries(disclosures),
    };
  });
