import { ask } from '../company/api.ts';
import { mintAssertion, type SignedInPerson } from '../identity/assertion.ts';
import type { Language, Words } from '../words.ts';
import { tenantOf } from './directory.ts';
import { importLongHistory } from './long-history.ts';
import { setUpClient, type Client } from './set-up-client.ts';
import { words, type Act, type Seen, type State, type Story } from './state.ts';
import { STATES } from './states.ts';

export interface StageOptions {
  /** The origin of the portal's server. */
  readonly server: string;
  readonly administratorKey: string;
  /** Where the pages with the elements are. */
  readonly origin: string;
  /** The server's, for what the `vitrine` command does. */
  readonly database: string;
}

/** A state that has come about: for whom, and around which ticket. */
export interface Scene {
  readonly person: SignedInPerson;
  readonly ticket: string | undefined;
  /** Says to the server who sits in front of the page. */
  assertion(): string;
}

/** Brings states about through the public API, each for a person of its own. */
export interface Stage {
  /** Anew each time. */
  bring(state: State, language: Language): Promise<Scene>;
  /** What moves by itself in a state is brought up to this moment. */
  keepUp(state: State, language: Language): Promise<void>;
}

const NAMES = {
  employee: words('Elena Safina', 'Елена Сафина'),
  approver: words('Guzel Akhmetova', 'Гузель Ахметова'),
  auditor: words('Anna Orlova', 'Анна Орлова'),
} as const;

const CONTACT = {
  en: { name: 'Vera', phone: '+7 843 200-00-12', shift: 'evening' },
  ru: { name: 'Вера', phone: '+7 843 200-00-12', shift: 'вечерняя' },
} as const;

type Headers = Readonly<Record<string, string>>;

export function openStage({ server, administratorKey, origin, database }: StageOptions): Stage {
  const clients = new Map<string, Promise<Client>>();

  /** A client is set up when the first of its states is opened. */
  function clientOf(state: State, language: Language): Promise<Client> {
    const tenant = tenantOf(state, language);
    const known = clients.get(tenant);
    if (known) return known;
    const made = setUpClient({ server, administratorKey, origin }, tenant, language);
    made.catch(() => clients.delete(tenant));
    clients.set(tenant, made);
    return made;
  }

  async function signIn(person: SignedInPerson, { tenant, key }: Client): Promise<Headers> {
    const body = { tenant, assertion: mintAssertion(person, key) };
    const { session } = await ask<{ session: string }>(server, '/v1/session', {
      method: 'POST',
      body,
      headers: { Origin: origin },
    });
    return { Authorization: `Bearer ${session}`, Origin: origin };
  }

  async function tell(
    state: State,
    person: SignedInPerson,
    stories: readonly Story[],
    language: Language,
  ): Promise<string> {
    const client = await clientOf(state, language);
    const say = (text: Words): string => text[language];
    const staff = { Authorization: `Bearer ${client.companyKey}` };
    const reporter = await signIn(person.role === 'employee' ? person : somebody('employee', state, language), client);
    const boss = await signIn(somebody('approver', state, language), client);
    const headersOf = (by: Act['by']): Headers =>
      by === 'client' ? reporter : by === 'boss' ? boss : { ...staff, 'Vitrine-Actor': by };
    const post = (path: string, body: object, headers: Headers) =>
      ask<{ ticket: Seen }>(server, path, { method: 'POST', body, headers, key: crypto.randomUUID() });

    let id = '';
    for (const { text, category = 'till', isOfTill, isByTelephone, acts } of stories) {
      const report = {
        site: state.id,
        category,
        text: say(text),
        ...(category === 'till' && { fields: { sells: false } }),
        ...(isOfTill && { asset: `${state.id}/till-3` }),
        ...(isByTelephone && { channel: 'telephone', contact: CONTACT[language] }),
      };
      ({
        ticket: { id },
      } = await post('/v1/tickets', report, isByTelephone ? headersOf('olga') : reporter));
      for (const { by, command, body } of acts) {
        const headers = headersOf(by);
        if (command === 'position') await locate(body as object, headers);
        else await post(`/v1/tickets/${id}/${command}`, await bodyOf(body, id, say, headers), headers);
      }
    }
    return id;
  }

  async function bodyOf(body: Act['body'], id: string, say: (text: Words) => string, headers: Headers) {
    if (typeof body === 'object') return body;
    const { ticket } = await ask<{ ticket: Seen }>(server, `/v1/tickets/${id}`, { headers });
    return body(ticket, say);
  }

  async function locate(place: object, headers: Headers): Promise<void> {
    const body = { at: new Date().toISOString(), accuracy: 10, ...place };
    await ask(server, '/v1/positions', { method: 'POST', body, headers });
  }

  /** Imported once: whatever was done since then stays. */
  async function longTicket(
    events: number,
    person: SignedInPerson,
    client: Client,
    language: Language,
  ): Promise<string> {
    const headers = await signIn(person, client);
    const find = () => ask<{ tickets: readonly Seen[] }>(server, '/v1/tickets?scope=mine', { headers });
    const before = await find();
    if (before.tickets.length === 0) await importLongHistory(events, person, client.tenant, language, database);
    const { tickets } = await find();
    return tickets[0]!.id;
  }

  return {
    async bring(state, language) {
      const client = await clientOf(state, language);
      const made = somebody(state.role ?? 'employee', state, language);
      const { stories = [], history } = state;
      const person = history ? { ...made, id: `employee-${state.id}` } : made;
      const ticket = history
        ? await longTicket(history, person, client, language)
        : stories.length > 0
          ? await tell(state, person, stories, language)
          : undefined;
      return { person, ticket, assertion: () => mintAssertion(person, client.key) };
    },
    async keepUp(state, language) {
      const { stories = [] } = state;
      const sighting = stories.at(-1)?.acts.find(({ command }) => command === 'position');
      if (!sighting) return;
      const { companyKey } = await clientOf(state, language);
      const headers = { Authorization: `Bearer ${companyKey}`, 'Vitrine-Actor': sighting.by };
      await locate(sighting.body as object, headers);
    },
  };
}

/** Nobody who has seen anything before. */
function somebody(role: keyof typeof NAMES, { id, sites = 1 }: State, language: Language): SignedInPerson {
  // Where nobody reports anything, so that nothing of another state stands in this one's list.
  const others = STATES.filter((state) => state.id !== id && !state.stories).map((state) => state.id);
  const own = role === 'auditor' ? [] : [id, ...others.slice(0, sites - 1)];
  return { id: `${role}-${crypto.randomUUID()}`, name: NAMES[role][language], role, sites: own };
}
