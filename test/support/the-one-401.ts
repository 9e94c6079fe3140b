import assert from 'node:assert/strict';
import { jsonOf, type Answer, type Edge } from './open-edge.ts';
import { TENANT } from './timeline.ts';

/** The one 401: nothing in it but a fresh id tells one failure from another. */
export function isTheOne401({ status, headers, text }: Answer): void {
  assert.equal(status, 401);
  assert.equal(headers['content-type'], 'application/problem+json');
  const { instance, ...rest } = JSON.parse(text) as Record<string, unknown>;
  assert.match(String(instance), /^urn:uuid:[\da-f-]{36}$/);
  assert.deepEqual(rest, {
    type: 'urn:vitrine:problem:unauthorized',
    title: 'Not signed in',
    status: 401,
    code: 'unauthorized',
    detail:
      'not signed in: the session, assertion or key was not accepted from here; the operator finds the reason under this instance',
  });
}

/** Refused for what is told to the operator, and for nothing else. */
export async function isRefusedBy(
  edge: Edge,
  assertion: string,
  reason: RegExp,
  tenant: string = TENANT,
): Promise<void> {
  const answer = await edge.show(assertion, tenant);
  isTheOne401(answer);
  const told = edge.incidents.find((incident) => incident.instance === jsonOf(answer)['instance']);
  assert.match(told?.reason ?? '', reason);
}

/** One part of a token, as it travels. */
export const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
