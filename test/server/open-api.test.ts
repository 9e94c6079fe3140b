import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { ACTS } from '../../server/contract/acts.ts';
import { FAULTS } from '../../server/contract/faults.ts';
import { TAGS } from '../../server/routes/introduction.ts';
import { openHouse, type House } from '../support/open-house.ts';

type Content = Readonly<
  Record<string, { schema?: AnySchema; example?: unknown; examples?: Record<string, { value: unknown }> }>
>;

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly tags: readonly { readonly name: string }[];
  readonly components: { readonly responses: Readonly<Record<string, { readonly content: Content }>> };
}

let house: House;
let document: Document;
/** `get /v1/tickets` and so on, as the application was given them. */
let routed: readonly string[];

before(async () => {
  const added = mock.method(OpenAPIHono.prototype, 'route');
  house = await openHouse();
  routed = added.mock.calls
    .flatMap(({ arguments: given }) => (given as unknown as [string, OpenAPIHono])[1].routes)
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  added.mock.restore();
  document = (await house.ask<Document>('GET', '/v1/openapi.json')).body;
});
after(() => house.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, method, path, operation })),
  );

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
  assert.deepEqual(result.errors ?? [], []);
  assert.equal(result.valid, true);
});

test('every route stands in it, and nothing that is none; files are no API', () => {
  const isFile = (name: string): boolean => /^get \/(docs|vitrine\.js|chunks)/.test(name);
  const api = [...new Set(routed)].filter((name) => !isFile(name));
  assert.ok(api.length > 60, `${api.length} routes`);
  assert.deepEqual(
    operations()
      .map(({ name }) => name)
      .toSorted(),
    api.toSorted(),
  );
});

test('each operation says what it does, under one heading, and how it can be refused', () => {
  const headings = TAGS.map(({ name }) => name);
  assert.deepEqual(
    document.tags.map(({ name }) => name),
    headings,
  );
  const names = operations().map(({ operation }) => operation.operationId);
  assert.equal(new Set(names).size, names.length);
  for (const { name, operation } of operations()) {
    assert.ok(operation.summary && operation.description, `${name} needs a summary and a description`);
    assert.equal(operation.tags.length, 1, `${name} stands under ${JSON.stringify(operation.tags)}`);
    assert.ok(headings.includes(operation.tags[0]!), name);
    assert.match(operation.operationId, /^[a-z][A-Za-z]+$/);
    if (operation.security?.length !== 0) assert.ok(operation.responses['401'], `${name} lacks the 401`);
  }
});

test('each command says whose it is, from which stage, and takes a key', () => {
  for (const act of Object.keys(ACTS)) {
    const { post } = document.paths[`/v1/tickets/{id}/${act}`]!;
    assert.match(post!.description!, /\| who \| in which stage \|\n\| --- \| --- \|\n\| \w+/, act);
    assert.deepEqual(
      post!.parameters!.map(({ name, in: where, required }) => `${where} ${name} ${required}`),
      ['header Idempotency-Key true', 'header If-Match false', 'path id true'],
    );
  }
  assert.match(
    document.paths['/v1/tickets/{id}/cancel']!['post']!.description!,
    /\| employee, approver \| registered, accepted, scheduled \|\n\| dispatcher \| registered, accepted, scheduled, en_route, on_site \|/,
  );
});

test('each refusal has an example of each of its codes, as the server answers it', async () => {
  const shown = Object.values(document.components.responses).flatMap(({ content }) =>
    Object.entries(content['application/problem+json']!.examples!),
  );
  for (const [code, { value }] of shown) {
    assert.equal((value as { code: string }).code, code);
    assert.equal((value as { status: number }).status, FAULTS[code as keyof typeof FAULTS]);
  }
  const unknown = await house.ask('GET', '/v1/tickets');
  const example = shown.find(([code]) => code === 'unauthorized')![1].value as object;
  assert.deepEqual({ ...(unknown.body as object), instance: '' }, { ...example, instance: '' });
});

/** A schema of the document, to check values by; a field that it does not name is an error, which it is not to a reader. */
function checker() {
  const strict = structuredClone(document);
  close(strict);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'document', ...strict });
  const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
  return (value: unknown, ...pointer: readonly string[]): void => {
    const check = ajv.compile({ $ref: `document#/${pointer.map(escaped).join('/')}` });
    assert.ok(check(value), `${pointer.join(' ')}: ${ajv.errorsText(check.errors)}`);
  };
}

function close(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Record<string, unknown>;
  if (schema['type'] === 'object' && schema['properties'] && !('additionalProperties' in schema))
    schema['additionalProperties'] = false;
  Object.values(node).forEach(close);
}

test('each body has an example, and the example fits its schema', () => {
  const check = checker();
  for (const { name, method, path, operation } of operations()) {
    if (!operation.requestBody) continue;
    const { example } = operation.requestBody.content['application/json']!;
    assert.ok(example !== undefined, `${name} has no example of its body`);
    check(example, 'paths', path, method, 'requestBody', 'content', 'application/json', 'schema');
  }
});

test('what the server answers is what the document says, and every field of it is there', async () => {
  const check = checker();
  const fits = async (method: string, path: string, as: string, concrete = path, body?: unknown, staff?: string) => {
    const headers = { 'idempotency-key': crypto.randomUUID(), ...(staff && { 'vitrine-actor': staff }) };
    const answer = await house.ask(method.toUpperCase(), concrete, { as, body, headers });
    assert.ok(answer.status < 300, `${method} ${concrete}: ${JSON.stringify(answer.body)}`);
    check(
      answer.body,
      'paths',
      path,
      method,
      'responses',
      String(answer.status),
      'content',
      'application/json',
      'schema',
    );
    return answer.body as { ticket: { id: string }; events: readonly { data: { line?: { id: string } } }[] };
  };
  const session = await house.signIn('elena');
  check(session, 'components', 'schemas', 'Session');
  const { ticket } = await fits('post', '/v1/tickets', session.session, undefined, {
    site: 'baumana-44',
    category: 'till',
    text: 'Till 3 does not print',
    contact: { name: 'Elena', phone: '+7 900 000-00-00' },
  });
  const send = (act: keyof typeof ACTS, as: string, body: object = {}, staff?: string) =>
    fits('post', `/v1/tickets/{id}/${act}`, as, `/v1/tickets/${ticket.id}/${act}`, body, staff);
  await send('assign', house.desk, { engineer: 'marat' }, 'olga');
  await send('ask', house.desk, { text: 'Which light?' }, 'olga');
  await send('pause', house.desk, { reason: 'info_insufficient' }, 'olga');
  await send('propose-visit', house.desk, { from: '2126-01-01T10:00:00Z', to: '2126-01-01T12:00:00Z' }, 'olga');
  await send('claim-exclusion', house.desk, { reason: 'client_fault', evidence: 'Water.' }, 'olga');
  await send('depart', house.desk, {}, 'marat');
  const [place] = (
    await house.ask<{ sites: { latitude: number; longitude: number }[] }>('GET', '/v1/portal', { as: session.session })
  ).body.sites;
  const at = new Date().toISOString();
  const position = { at, latitude: place!.latitude + 100_000, longitude: place!.longitude, accuracy: 10 };
  await house.ask('POST', '/v1/positions', { as: house.desk, body: position, headers: { 'vitrine-actor': 'marat' } });
  await fits('get', '/v1/tickets', session.session);
  await send('arrive', house.desk, {}, 'marat');
  await send('add-cost', house.desk, { code: 'K-110', quantity: '1' }, 'marat');
  await send('resolve', house.desk, { summary: 'Done.' }, 'marat');
  await send('rate', session.session, { stars: 5 });
  await fits('get', '/v1/tickets/{id}', session.session, `/v1/tickets/${ticket.id}`);
  await fits('get', '/v1/tickets/{id}/clocks/{kind}', session.session, `/v1/tickets/${ticket.id}/clocks/resolution`);
  await fits('get', '/v1/portal', session.session);
  await fits('post', '/v1/sla/promise', session.session, undefined, { site: 'baumana-44', category: 'till' });
  const tenant = '/v1/admin/tenants/{tenant}';
  for (const { path, operation } of operations()) {
    if (!path.startsWith(tenant) || !document.paths[path]!['get'] || operation !== document.paths[path]!['get'])
      continue;
    await fits('get', path, house.administratorKey, path.replace('{tenant}', session.tenant));
  }
});

test('it is made once, sent compressed, and not sent to whoever has it', async () => {
  const first = await fetch(`${house.url}/v1/openapi.json`, {
    headers: { 'accept-encoding': 'br', origin: 'https://anybody.example' },
  });
  const etag = first.headers.get('etag')!;
  assert.equal(first.headers.get('content-encoding'), 'br');
  assert.equal(first.headers.get('access-control-allow-origin'), '*');
  await first.text();
  const again = await fetch(`${house.url}/v1/openapi.json`, { headers: { 'if-none-match': etag } });
  assert.equal(again.status, 304);
});
