import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../contract/faults.ts';
import { cursorOf, type SessionAnswer } from '../contract/feed.ts';
import type { TenantId } from '../contract/ids.ts';
import { LIMITS } from '../contract/limits.ts';
import type { FindDirectory } from '../directory/directory.ts';
import { isSessionToken } from '../identity/sessions.ts';
import type { SignIn } from '../identity/sign-in.ts';
import { SESSION } from './answer-shapes.ts';
import { answerOf, bodyOf, openRoutes, READ_PROBLEMS, WRITE_PROBLEMS } from './open-route.ts';

export interface SessionRouteDeps {
  readonly signIn: SignIn;
  readonly endSession: (token: string) => Promise<void>;
  readonly findDirectory: FindDirectory;
  readonly head: (tenant: TenantId) => Promise<number>;
  readonly now: () => number;
}

const OPEN_SESSION = createRoute({
  method: 'post',
  path: '/v1/session',
  summary: 'Exchange an assertion for a session',
  description:
    'For the client’s people. The assertion is a JWT of the client’s own backend; the README has a chapter on it. It counts once, and from a ' +
    'page of a registered origin only. A session lives for ten minutes. Whatever is wrong, the answer is one 401; the reason is in the ' +
    'operator’s log under its `instance`.',
  security: [],
  request: {
    body: bodyOf(
      z.strictObject({ tenant: z.string().min(1).max(LIMITS.id), assertion: z.string() }).openapi('SessionRequest'),
      {
        tenant: 'apteka-one',
        assertion: 'eyJhbGciOiJIUzI1NiIsImtpZCI6ImsxIiwidHlwIjoidml0cmluZS1hc3NlcnRpb24rand0In0.….…',
      },
    ),
  },
  responses: {
    200: answerOf(SESSION, 'Send `session` as `Authorization: Bearer`, until `expiresAt`.'),
    ...WRITE_PROBLEMS,
  },
});

const END_SESSION = createRoute({
  method: 'delete',
  path: '/v1/session',
  summary: 'End this session',
  description: 'The one that is sent. An API key is no session: its administrator revokes it.',
  responses: { 204: { description: 'It is over.' }, ...READ_PROBLEMS },
});

/** `/v1/session`: the door of a client's people. */
export const sessionRoutes = ({ signIn, endSession, findDirectory, head, now }: SessionRouteDeps) =>
  openRoutes()
    .openapi(OPEN_SESSION, async (c) => {
      const { assertion, ...asked } = c.req.valid('json');
      const tenant = asked.tenant as TenantId;
      const { session, expiresAt, person } = await signIn({ tenant, assertion, origin: c.req.header('origin') });
      const epoch = (await findDirectory(tenant))!.tenant.epoch;
      const { id, name, role } = person;
      const answer: SessionAnswer = {
        session,
        expiresAt: new Date(expiresAt).toISOString(),
        serverTime: new Date(now()).toISOString(),
        person: { id, name, role },
        tenant,
        epoch,
        head: cursorOf(epoch, await head(tenant)),
      };
      return c.json(answer, 200);
    })
    .openapi(END_SESSION, async (c) => {
      const token = c.req.header('authorization')!.slice('Bearer '.length);
      if (!isSessionToken(token))
        throw new Refusal('forbidden', 'a key is no session: it is revoked by its administrator');
      await endSession(token);
      return c.body(null, 204);
    });
