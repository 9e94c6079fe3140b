/** What stands above the operations of the document. Markdown. */
export const INTRODUCTION = `
Tickets of outsourced technical service: a client's people report what is broken, the service company repairs it, and both sides watch the same
append-only timeline.

**Try it.** Press *Authorize*, paste an API key (or a session), open an operation, press *Execute*. What is sent is sent to this server and
really done. Whoever has no key asks the administrator for one: \`POST /v1/admin/tenants/{tenant}/api-keys\`.

### Who asks
- **A machine** has an API key of one client, \`Authorization: Bearer vk_…\`. Its scopes: \`read\` sees the client's tickets; \`tickets\` sees,
  registers, comments and answers them as a machine; \`act-as\` names one of the service company's people in \`Vitrine-Actor\` and then does what
  he may do; \`admin\` keeps what stands under *Administration*.
- **A client's person** has a session, \`Authorization: Bearer vs_…\`, from \`POST /v1/session\` in exchange for an assertion that his own company
  signs. A session counts from pages of the client's registered origins only: to try one on this page, this server's own origin has to be one
  of them.
- **The administrator** has the key that the server printed at its first start. It administers every client, and does nothing else.

### Commands
Everything that happens to a ticket is a command: \`POST /v1/tickets/{id}/{command}\`. It answers with the events that it brought about. Who may
send which, and in which stage, stands with each.

A command needs an \`Idempotency-Key\` of yours. When no answer comes, send the same command again under the same key: it is carried out once, and
answered alike (with \`Idempotency-Replayed: true\`). The key with another body is refused, 422 \`key_reused\`. Make a new one for what is to
happen again. With \`If-Match: "<seq>"\` a command is refused, 412, if the ticket has moved on since you saw it.

The stages: \`registered\`, \`accepted\`, \`scheduled\`, \`en_route\`, \`on_site\`, \`resolved\`, \`closed\`; and \`cancelled\`.

### Refusals
\`application/problem+json\` (RFC 9457). Go by \`code\`, show \`detail\` to a developer, look at \`pointer\` for the field.

| status | code | what to do |
| --- | --- | --- |
| 400 | \`invalid\`, \`unknown_field\` | mend the request |
| 401 | \`unauthorized\` | a new session, once; a key is not accepted: ask the administrator, with \`instance\` |
| 403 | \`forbidden\` | not for this caller, ever |
| 404 | \`not_found\` | not there, or not his: the same answer |
| 405 | \`method_not_allowed\` | \`Allow\` has the methods |
| 409 | \`stage\` | final: \`stage\` and \`allowed\` say what is possible |
| 409 | \`in_flight\` | the same again after \`Retry-After\` |
| 412 | \`changed\` | read the ticket again and decide anew |
| 413, 415 | \`too_large\`, \`unsupported_media\` | 256 KiB of plain \`application/json\` at most |
| 422 | \`refused\`, \`key_reused\` | mend what \`pointer\` names; another key |
| 500, 503, 507 | \`internal\`, \`busy\`, \`unavailable\`, \`storage_full\` | the same again later, under the same key |

### Notation
Times are ISO 8601 in UTC with milliseconds, ids are opaque strings, money is in minor units of the client's currency, rates in basis points
(2000 is 20 %), quantities are decimal strings, coordinates degrees × 10⁷. Lists go on with \`after\`, which is \`next\` of the page before. An
answer may gain fields, and a timeline facts that you do not know: skip them.

What happens is also pushed as it happens, by Socket.IO at \`/v1/live\`; the rules are in \`server/contract/PROTOCOL.md\`.
`.trim();

export const SECURITY_SCHEMES = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'vk_<id>_<secret>',
    description: 'An API key, without the word Bearer.',
  },
  actor: {
    type: 'apiKey',
    in: 'header',
    name: 'Vitrine-Actor',
    description: 'With a key of the scope `act-as`: the id of the dispatcher or engineer for whom it acts.',
  },
  session: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'vs_<token>',
    description: 'A session of a client’s person. Instead of a key, not beside it.',
  },
} as const;

interface Tag {
  readonly name: string;
  readonly description: string;
  /** The addresses that stand under it; commands say it themselves. */
  readonly paths?: RegExp;
}

/** The headings, in order. */
export const TAGS: readonly Tag[] = [
  { name: 'Sign-in', description: 'The door of a client’s people.', paths: /^\/v1\/session$/ },
  { name: 'Portal', description: 'What to know before a fault is reported.', paths: /^\/v1\/(portal|sla\/promise)$/ },
  {
    name: 'Tickets',
    description: 'Reported and read.',
    paths: /^\/v1\/tickets(\/\{id\}(\/clocks\/\{kind\})?)?$/,
  },
  { name: 'Talk', description: 'Commands: comments, questions, calls.' },
  { name: 'Triage', description: 'Commands: who does it, how urgent it is, whether it is done at all.' },
  { name: 'Visits', description: 'Commands: from the proposed time to the closed door.' },
  {
    name: 'Pauses and exclusions',
    description: 'Commands: when the clocks stand, and what does not count. Claims, until the other side agrees.',
  },
  { name: 'Costs', description: 'Commands: positions of work, and the client’s approval.' },
  { name: 'Mass incidents', description: 'Commands: one fault of many sites.' },
  { name: 'Ending', description: 'Commands: resolved, confirmed, reopened, withdrawn, mended.' },
  { name: 'Engineers', description: 'Where they are, and to whom they come.', paths: /^\/v1\/(positions|visits)$/ },
  {
    name: 'Administration: the contract',
    description:
      'What a client’s contract says, and its lists. By the administrator’s key, or the client’s with the scope `admin`. Put first the client, ' +
      'then priorities, categories, sites, assets, policies, prices, people.',
    paths: /^\/v1\/admin\/tenants\/\{tenant\}(\/(?!origins|sign-in|keys|api-keys|client-people)[a-z-]+.*)?$/,
  },
  {
    name: 'Administration: sign-in and keys',
    description: 'From where a client’s people come, by whose word, and what machines hold.',
    paths: /^\/v1\/admin\/tenants\/\{tenant\}\/(origins|sign-in|keys|api-keys|client-people)/,
  },
  {
    name: 'Operation',
    description: 'For operators and strangers, without a key.',
    paths: /^\/(healthz|\.well-known\/security\.txt|v1\/openapi\.json)$/,
  },
];
