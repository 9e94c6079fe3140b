import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { ACTS } from '../../server/contract/acts.ts';
import { COMMAND_BODIES, REGISTRATION } from '../../server/contract/commands.ts';
import { canonicalJson } from '../../server/contract/digest.ts';
import { PRIVATE } from '../../server/contract/events.ts';
import { TIERS } from '../../server/contract/eta.ts';
import { FAULTS } from '../../server/contract/faults.ts';
import { PROTOCOL } from '../../server/contract/feed.ts';
import { CLIENT_ROLES, STAFF_ROLES } from '../../server/contract/people.ts';
import { STAGES } from '../../server/contract/ticket.ts';

/** By protocol: what travelled then. */
const KNOWN: Readonly<Record<number, string>> = {
  1: '98550eda96d201d5',
};

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The types that a file of the contract declares, without their comments and their layout. */
function typesIn(file: string): string {
  const source = readFileSync(new URL(`../../server/contract/${file}.ts`, import.meta.url), 'utf8');
  const statements = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').split(/^(?=\w)/m);
  const declared = statements.filter((one) => /^(export )?(interface|type) /.test(one));
  return declared.map((one) => one.replaceAll(/[\s;,|]+/g, ' ')).join('\n');
}

test('what travels has the fingerprint of its protocol', () => {
  const schemas = Object.entries({ register: REGISTRATION, ...COMMAND_BODIES }).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ]);
  const files = [
    'answers',
    'clock',
    'eta',
    'events',
    'faults',
    'feed',
    'ids',
    'money',
    'people',
    'portal',
    'prices',
    'sla',
    'ticket',
    'mass',
    'visits',
  ];
  const lists = [ACTS, PRIVATE, FAULTS, STAGES, TIERS, CLIENT_ROLES, STAFF_ROLES];
  const wire = canonicalJson({ schemas, lists, types: files.map(typesIn) });
  assert.equal(
    shortHash(wire),
    KNOWN[PROTOCOL],
    'what travels has changed: raise PROTOCOL where an old widget could misread it, then write the new fingerprint here',
  );
});
