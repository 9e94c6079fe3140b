import type { TenantId, TicketId } from '../contract/ids.ts';
import type { Ticket } from '../contract/ticket.ts';
import { findRemembered, forgetKey, keyText, rememberKeys, type CommandKey, type Remembered } from './command-keys.ts';
import type { Database } from './open-database.ts';
import { sealFacts, type Head, type Outcome } from './seal-facts.ts';
import type { Sealed } from './seal.ts';
import { isStillSpent } from './site-charges.ts';
import { writeSealed, type Grown } from './write-sealed.ts';

/** What was decided of a command. A refusal has no facts; it is kept so that a retry is answered alike. */
export interface Append extends Outcome {
  readonly key: CommandKey;
  readonly fingerprint: string;
  readonly status: number;
  /** What the decision saw of the charges of the site's other tickets, where it looked at them: decided again when that has changed. */
  readonly spent?: ReadonlyMap<string, number> | undefined;
}

export type Appended =
  | { readonly state: 'written'; readonly sealed: readonly Sealed[]; readonly ticket: Ticket | undefined }
  | { readonly state: 'known'; readonly as: Remembered }
  | { readonly state: 'overtaken' };

/** 201: how a registration was answered. */
const REGISTERED = 201;

/**
 * Writes a batch of commands in one transaction: key rows first, then each tenant's counter is raised by the number of facts, then the
 * events, so that commit order is position order (E2). A command that is known already, or that another one overtook (W4), writes
 * nothing and leaves the others alone. When the transaction fails, nothing of the batch is written.
 */
export function appendBatch(db: Database, batch: readonly Append[]): Promise<readonly Appended[]> {
  return db.transaction().execute(async (tx) => {
    const outcomes = new Map<Append, Appended>();
    const fresh = await rememberFresh(tx, batch, outcomes);
    const writing = await leaveOvertaken(tx, fresh, outcomes);
    const heads = await raiseHeads(tx, writing);
    await writeEvents(tx, writing, heads, outcomes);
    return batch.map((append) => outcomes.get(append)!);
  });
}

async function rememberFresh(
  tx: Database,
  batch: readonly Append[],
  outcomes: Map<Append, Appended>,
): Promise<readonly Append[]> {
  const fresh = await rememberKeys(
    tx,
    batch.map(({ key, fingerprint, status, ticket, before, facts, at }) => {
      const seen = before?.seq ?? 0;
      return { key, at, as: { fingerprint, status, ticket, seen, last: seen + facts.length } };
    }),
  );
  for (const append of batch) {
    if (fresh.has(keyText(append.key))) continue;
    const as = await findRemembered(tx, append.key);
    if (!as) throw new Error('a command key vanished while it was read');
    outcomes.set(append, { state: 'known', as });
  }
  await answerRegistered(
    tx,
    batch.filter((append) => !outcomes.has(append)),
    outcomes,
  );
  return batch.filter((append) => !outcomes.has(append));
}

/**
 * A key outlives its row: the ticket itself remembers, for ever, under which key it was registered. It was, also where it would be refused
 * today.
 */
async function answerRegistered(
  tx: Database,
  fresh: readonly Append[],
  outcomes: Map<Append, Appended>,
): Promise<void> {
  const registrations = fresh.filter(({ before }) => !before);
  for (const [tenant, appends] of Map.groupBy(registrations, ({ key }) => key.tenant)) {
    const rows = await tx
      .selectFrom('ticket')
      .select(['id', 'requester', 'key'])
      .where('tenant', '=', tenant)
      .where((eb) =>
        eb(
          eb.refTuple('requester', 'key'),
          'in',
          appends.map(({ key }) => eb.tuple(key.principal, key.key)),
        ),
      )
      .execute();
    for (const { id, requester, key } of rows) {
      const append = appends.find((one) => one.key.principal === requester && one.key.key === key)!;
      const as = { fingerprint: append.fingerprint, status: REGISTERED, ticket: id as TicketId, seen: 0, last: 1 };
      outcomes.set(append, { state: 'known', as });
      await forgetKey(tx, append.key);
    }
  }
}

/** Of several commands to one ticket, or to one site's budget, the first of a batch wins; the others saw what is no longer so. */
async function leaveOvertaken(
  tx: Database,
  fresh: readonly Append[],
  outcomes: Map<Append, Appended>,
): Promise<readonly Writing[]> {
  const leaves = await readLeaves(tx, fresh);
  const taken = new Set<string>();
  const writing: Writing[] = [];
  for (const append of fresh) {
    const { before, spent } = append;
    const id = `${append.key.tenant} ${append.ticket}`;
    const budget = `${append.key.tenant} site ${before?.site}`;
    const { seq, leaf } = leaves.get(id) ?? { seq: 0, leaf: null };
    const isOvertaken = taken.has(id) || seq !== (before?.seq ?? 0);
    if (isOvertaken || (spent && (taken.has(budget) || !(await isStillSpent(tx, before!, spent))))) {
      await forgetKey(tx, append.key);
      outcomes.set(append, { state: 'overtaken' });
    } else {
      if (append.facts.length > 0) taken.add(id);
      if (append.facts.length > 0 && spent) taken.add(budget);
      writing.push({ append, leaf });
    }
  }
  return writing;
}

interface Writing {
  readonly append: Append;
  /** Of the ticket's newest event. */
  readonly leaf: string | null;
}

async function readLeaves(
  tx: Database,
  fresh: readonly Append[],
): Promise<ReadonlyMap<string, { seq: number; leaf: string }>> {
  const byTenant = Map.groupBy(
    fresh.filter((append) => append.before),
    (append) => append.key.tenant,
  );
  const leaves = new Map<string, { seq: number; leaf: string }>();
  for (const [tenant, appends] of byTenant) {
    const ids = appends.map((append) => append.ticket!);
    const rows = await tx
      .selectFrom('ticket')
      .select(['id', 'seq', 'leaf'])
      .where('tenant', '=', tenant)
      .where('id', 'in', ids)
      .execute();
    for (const { id, seq, leaf } of rows) leaves.set(`${tenant} ${id}`, { seq, leaf });
  }
  return leaves;
}

async function raiseHeads(tx: Database, writing: readonly Writing[]): Promise<ReadonlyMap<TenantId, Head>> {
  const heads = new Map<TenantId, Head>();
  for (const [tenant, appends] of Map.groupBy(writing, ({ append }) => append.key.tenant)) {
    const facts = appends.flatMap(({ append }) => append.facts);
    const tickets = facts.filter(({ fact }) => fact.type === 'registered').length;
    const { log, head, number } = await tx
      .updateTable('tenant')
      .set((eb) => ({ head: eb('head', '+', facts.length), number: eb('number', '+', tickets) }))
      .where('id', '=', tenant)
      .returning(['log', 'head', 'number'])
      .executeTakeFirstOrThrow();
    heads.set(tenant, { log, position: head - facts.length, number: number - tickets });
  }
  return heads;
}

async function writeEvents(
  tx: Database,
  writing: readonly Writing[],
  heads: ReadonlyMap<TenantId, Head>,
  outcomes: Map<Append, Appended>,
): Promise<void> {
  const grown: Grown[] = [];
  for (const { append, leaf } of writing) {
    const { tenant, key } = append.key;
    const { ticket, sealed } = sealFacts(tenant, append, leaf, heads.get(tenant)!);
    outcomes.set(append, { state: 'written', sealed, ticket });
    if (ticket && sealed.length > 0) grown.push({ ticket, key, sealed });
  }
  await writeSealed(tx, grown);
}
