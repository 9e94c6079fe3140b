import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { pino } from 'pino';
import { io } from 'socket.io-client';
import { ACTS, type ActName } from '../../server/contract/acts.ts';
import type { RegistrationAnswer } from '../../server/contract/answers.ts';
import type { CommandInput } from '../../server/contract/commands.ts';
import { PROTOCOL, type SessionAnswer } from '../../server/contract/feed.ts';
import type { TenantId } from '../../server/contract/ids.ts';
import { LIVE_PATH } from '../../server/live/sockets.ts';
import { OWN_ORIGIN } from '../support/assertions.ts';
import { connected, until, type Client } from '../support/live.ts';
import { furnish, openHouse, PAGE, type House } from '../support/open-house.ts';

const OURS = 'canary-ours';
const THEIRS = 'canary-theirs';
const THEIR_PAGE = 'https://intranet.other.example';
const OTHER = 'other-client' as TenantId;

type Furnished = Pick<House, 'signIn' | 'send' | 'ask' | 'administer' | 'desk'>;

/** Good for the schemas; whether any of it is there is another question. */
const BODIES: { readonly [A in ActName]: CommandInput<A> } = {
  comment: { text: 'x' },
  ask: { text: 'x' },
  answer: { question: 'q', text: 'x' },
  accept: {},
  assign: { engineer: 'marat' },
  unassign: {},
  'propose-visit': { from: '2030-01-01T09:00:00Z', to: '2030-01-01T10:00:00Z' },
  'agree-visit': { visit: 'v' },
  'decline-visit': { visit: 'v' },
  depart: {},
  arrive: {},
  postpone: { wish: 'x' },
  'allow-access': {},
  'report-no-access': { reason: 'x', call: 'x' },
  'end-visit': { outcome: 'continue' },
  restore: { how: 'x' },
  pause: { reason: 'parts' },
  resume: { pause: 'p' },
  'accept-pause': { pause: 'p' },
  'contest-pause': { pause: 'p', reason: 'x' },
  'settle-pause': { pause: 'p', outcome: 'upheld' },
  'claim-exclusion': { reason: 'duplicate', evidence: 'x' },
  'accept-exclusion': { exclusion: 'e' },
  'contest-exclusion': { exclusion: 'e', reason: 'x' },
  'settle-exclusion': { exclusion: 'e', outcome: 'upheld' },
  'add-cost': { code: 'K-110', quantity: '1' },
  'revise-cost': { line: 'l', quantity: '1' },
  'remove-cost': { line: 'l' },
  'request-approval': { lines: ['l'] },
  'approve-cost': { lines: ['l'] },
  'dispute-cost': { lines: ['l'], reason: 'x' },
  prioritise: { priority: '2', reason: 'x' },
  recategorise: { category: 'door', reason: 'x' },
  'mark-duplicate': { of: 't', reason: 'x' },
  decline: { reason: 'x' },
  resolve: { summary: 'x' },
  confirm: {},
  reopen: { reason: 'x' },
  rate: { stars: 5 },
  cancel: { reason: 'x' },
  'log-call': { with: 'x', number: '1', result: 'x' },
  'declare-mass': { text: 'x' },
  'end-mass': {},
  link: { parent: 't', reason: 'x' },
  unlink: { reason: 'x' },
  correct: { event: 1, void: true, reason: 'x' },
};

const VISITS = '/v1/visits?site=baumana-44';
const DOORS = ['', '/theme', '/sites', '/assets', '/categories', '/priorities', '/prices', '/people', '/policies'];
const SIGN_IN_DOORS = ['/origins', '/sign-in', '/keys', '/api-keys', '/client-people'];

describe('[P11] [H8] no byte of another tenant', () => {
  let log = '';
  let house: House;
  let theirs: string;
  let own: string;
  /** Whoever may ask at all: by a token, some in the name of one of the staff. */
  const callers: { readonly as: string; readonly staff?: string }[] = [];
  const sockets: { readonly client: Client; readonly heard: string[] }[] = [];

  function listen({ session, head }: SessionAnswer): Client {
    const client: Client = io(house.url, {
      path: LIVE_PATH,
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { origin: PAGE },
      auth: { session, cursor: head, protocol: PROTOCOL },
    });
    const heard: string[] = [];
    client.onAny((event: string, message: unknown, done?: () => void) => {
      heard.push(JSON.stringify([event, message]));
      done?.();
    });
    sockets.push({ client, heard });
    return client;
  }

  async function report({ signIn, send }: Furnished, mark: string): Promise<string> {
    const { session } = await signIn('anna');
    const body = { site: 'baumana-44', category: 'till', text: mark, contact: { name: mark } };
    const { body: made } = await send<RegistrationAnswer>(session, '/v1/tickets', body);
    return made.ticket.id;
  }

  before(async () => {
    house = await openHouse({ logger: pino({ level: 'trace' }, { write: (line) => void (log += line) }) });
    const { url, administratorKey } = house;
    const other = await furnish({
      url,
      administratorKey,
      origins: [THEIR_PAGE],
      publicUrl: OWN_ORIGIN,
      tenant: OTHER,
      mark: THEIRS,
    });
    for (const staff of ['olga', 'marat']) callers.push({ as: house.desk, staff });
    callers.push({ as: house.desk });
    const { key } = await house.administer<{ key: string }>('POST', '/api-keys', { name: 'keeper', scopes: ['admin'] });
    callers.push({ as: key });
    for (const role of ['employee', 'approver', 'auditor', 'contract_manager'] as const) {
      const person = await house.signIn(role, role);
      callers.push({ as: person.session });
      await connected(listen(person));
    }
    theirs = await report(other, THEIRS);
    for (const { client } of sockets) client.emit('watch', { tickets: [theirs as never] });
    await other.send(other.desk, `/v1/tickets/${theirs}/assign`, { engineer: 'marat' }, 'olga');
    await other.send(other.desk, `/v1/tickets/${theirs}/depart`, {}, 'marat');
    const at = new Date().toISOString();
    await other.send(
      other.desk,
      '/v1/positions',
      { at, latitude: 557_000_000, longitude: 491_000_000, accuracy: 5 },
      'marat',
    );
    own = await report(house, OURS);
  });
  after(async () => {
    for (const { client } of sockets) client.disconnect();
    await house.close();
  });

  const get = (path: string, { as, staff }: (typeof callers)[number]) =>
    house.ask('GET', path, { as, headers: staff ? { 'vitrine-actor': staff } : {} });
  /** But for the ids that it was asked with and that it carries. */
  const told = ({ status, body }: { status: number; body: unknown }, id = 'no id'): string =>
    `${status} ${JSON.stringify(body)}`.replaceAll(id, 'ID').replaceAll(/urn:uuid:[\w-]+/g, 'INSTANCE');

  test('in what is read, by whomever', async () => {
    for (const caller of callers) {
      for (const path of [
        '/v1/portal',
        '/v1/tickets?limit=200',
        '/v1/tickets?scope=site',
        `/v1/tickets?q=${THEIRS}`,
        VISITS,
      ])
        assert.doesNotMatch(told(await get(path, caller)), new RegExp(`${THEIRS}|${theirs}`));
      const unknown = randomUUID();
      for (const path of [(id: string) => `/v1/tickets/${id}`, (id: string) => `/v1/tickets/${id}/clocks/reaction`])
        assert.equal(told(await get(path(theirs), caller), theirs), told(await get(path(unknown), caller), unknown));
    }
    assert.match(told(await get(`/v1/tickets?q=${OURS}`, { as: house.desk })), new RegExp(own));
  });

  test('nor in the answer to any command, which is that to a ticket that is not there', async () => {
    const acts = Object.keys(ACTS) as ActName[];
    for (const { as, staff } of callers) {
      for (const act of acts) {
        const unknown = randomUUID();
        const foreign = await house.send(as, `/v1/tickets/${theirs}/${act}`, BODIES[act], staff);
        const none = await house.send(as, `/v1/tickets/${unknown}/${act}`, BODIES[act], staff);
        assert.ok([403, 404].includes(foreign.status), `${act}: ${foreign.status}`);
        assert.equal(told(foreign, theirs), told(none, unknown));
      }
    }
  });

  test('nor by naming their ticket in a command to one’s own', async () => {
    const unknown = randomUUID();
    const of = (id: string) =>
      house.send(house.desk, `/v1/tickets/${own}/mark-duplicate`, { of: id, reason: 'x' }, 'olga');
    assert.equal(told(await of(theirs), theirs), told(await of(unknown), unknown));
    const under = (parent: string) =>
      house.send(house.desk, `/v1/tickets/${own}/link`, { parent, reason: 'x' }, 'olga');
    assert.equal(told(await under(theirs), theirs), told(await under(unknown), unknown));
  });

  test('nor behind the doors of administration', async () => {
    for (const caller of callers) {
      for (const door of [...DOORS, ...SIGN_IN_DOORS]) {
        const answer = await get(`/v1/admin/tenants/${OTHER}${door}`, caller);
        assert.ok([401, 403, 404].includes(answer.status), `${door}: ${answer.status}`);
        assert.equal(told(answer), told(await get(`/v1/admin/tenants/nobody${door}`, caller)));
      }
    }
  });

  test('nor in a frame or a position, nor in a line of the log', async () => {
    // Both tenants' events were published before this one, so whatever leaks came before it.
    await until(() => sockets.every(({ heard }) => heard.some((one) => one.includes(OURS))));
    for (const { heard } of sockets)
      assert.doesNotMatch(heard.join('\n'), new RegExp(`${THEIRS}|${theirs}|"position",`));
    assert.doesNotMatch(log, new RegExp(`${THEIRS}|${OURS}|vs_`));
  });
});
