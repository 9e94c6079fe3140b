const NOT_PLAIN = /["\\\p{Cc}\p{Cs}\u2028\u2029]/gu;

const quoted = (text: string): string =>
  `"${text.replace(NOT_PLAIN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

/**
 * JSON of own enumerable keys alone. `JSON.stringify` asks every prototype for `toJSON`, and pages patch both; what a page has put
 * there must not travel under this person's name.
 */
export function toJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return `${value}`;
  if (typeof value !== 'object' || value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  const record = value as Record<string, unknown>;
  const fields = Object.keys(record).filter((key) => record[key] !== undefined);
  return `{${fields.map((key) => `${quoted(key)}:${toJson(record[key])}`).join(',')}}`;
}
