import type { FieldValues } from '../contract/events.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Category, CategoryField } from '../contract/portal.ts';
import type { TicketCommand } from '../contract/commands.ts';
import { refused, refuseFiles, type Decided, type Situation } from './decision.ts';

type Register = Extract<TicketCommand, { readonly command: 'register' }>;

/** Also where it is another's: sites are not to be guessed (W5). */
export const NO_SUCH_SITE = 'there is no such site for you';

/** `registered`, with the norms of the day stamped on it. Its number is given where it is written. */
export function register(command: Register, { caller, directory, now }: Situation): readonly Decided[] {
  const { site, asset = null, text, kind, files } = command;
  refuseFiles(files);
  const isEntered = caller.kind === 'integration' || caller.role === 'dispatcher';
  if (!isEntered) refuseEntered(command);
  const { at } = command;
  if (at !== undefined && Date.parse(at) > now) throw refused('/at', 'this time has not come yet');
  if (!directory.sites.has(site)) throw refused('/site', NO_SUCH_SITE);
  if (asset !== null && directory.assets.get(asset)?.site !== site)
    throw refused('/asset', 'there is no such asset at this site');
  const category = directory.categories.get(command.category);
  if (!category) throw refused('/category', 'there is no such category');
  const priority = command.priority ?? category.priority;
  if (!directory.priorities.has(priority)) throw refused('/priority', 'there is no such priority');
  const { policy, tenant } = directory;
  if (!policy)
    throw refused('', 'this client has no SLA policy yet: its administrator saves one before the first ticket');

  return [
    {
      fact: {
        type: 'registered',
        number: 0,
        kind,
        channel: isEntered ? (command.channel ?? 'api') : 'widget',
        site,
        asset,
        category: category.id,
        priority,
        requester: caller.id,
        requesterName: command.requester ?? caller.name,
        subject: command.subject ?? subjectOf(text),
        text,
        contact: command.contact ? withoutUndefined(command.contact) : null,
        fields: fieldsOf(category, command.fields ?? {}),
        files,
        policy: { id: policy.id, version: policy.version },
        currency: tenant.currency,
        vatRounding: tenant.vatRounding,
      },
      ...(at !== undefined && { effectiveAt: new Date(at).toISOString() }),
    },
  ];
}

/** Who reports by himself does so now and in his own name. */
function refuseEntered({ at, requester }: Register): void {
  if (at !== undefined) throw refused('/at', 'a report of one’s own begins when the server receives it');
  if (requester !== undefined) throw refused('/requester', 'a report of one’s own names nobody else: see contact');
}

/** The text's first line, cut between characters. */
function subjectOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  if (line.length <= LIMITS.subject) return line;
  return line
    .slice(0, LIMITS.subject)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}

function fieldsOf(category: Category, values: Readonly<Record<string, string | number | boolean>>): FieldValues | null {
  const known = new Map(category.fields.map((field) => [field.id, field]));
  for (const [id, value] of Object.entries(values)) {
    const field = known.get(id);
    const pointer = `/fields/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!field) throw refused(pointer, 'this category has no such field');
    if (!fits(field, value)) throw refused(pointer, `this field takes ${KINDS[field.kind]}`);
  }
  const missing = category.fields.find((field) => field.required && !Object.hasOwn(values, field.id));
  if (missing) throw refused(`/fields/${missing.id}`, 'this category needs this field');
  return Object.keys(values).length > 0 ? values : null;
}

const KINDS = { text: 'a text', number: 'a number', choice: 'one of its choices', yes_no: 'true or false' } as const;

function fits(field: CategoryField, value: string | number | boolean): boolean {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'yes_no':
      return typeof value === 'boolean';
    case 'choice':
      return (field.choices ?? []).some((choice) => choice.id === value);
  }
}

/** Optional fields that were not sent are left out, so that they are not hashed as something. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}
