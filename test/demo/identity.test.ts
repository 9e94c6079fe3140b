import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import type { SessionAnswer } from '../../server/contract/feed.ts';
import type { PortalBoot } from '../../server/contract/portal.ts';
import { ISSUER, OWN_ORIGIN } from '../support/assertions.ts';
import { openHouse, PAGE, type House } from '../support/open-house.ts';
import { TENANT } from '../support/timeline.ts';

const FOLDER = resolve(import.meta.dirname, '../../demo/identity');
const PERSON = { id: 'anna', name: 'Анна "Аня" О\\рлова 🔧', role: 'approver', sites: ['baumana-44'] };

interface Sample {
  readonly language: string;
  /** A command that says its version, where the language is at hand. */
  readonly isThere: readonly [string, ...string[]];
  /** Commands that make it ready to run. */
  readonly build?: (folder: string) => readonly [string, ...string[]];
  readonly run: (folder: string) => readonly [string, ...string[]];
}

const file = (name: string): string => join(FOLDER, name);

const SAMPLES: readonly Sample[] = [
  {
    language: 'TypeScript',
    isThere: [process.execPath, '--version'],
    run: () => [process.execPath, file('assertion.ts')],
  },
  { language: 'Python', isThere: ['python3', '--version'], run: () => ['python3', file('assertion.py')] },
  { language: 'PHP', isThere: ['php', '--version'], run: () => ['php', file('assertion.php')] },
  { language: 'Java', isThere: ['javac', '-version'], run: () => ['java', file('Assertion.java')] },
  {
    language: 'C#',
    isThere: ['mcs', '--version'],
    build: (folder) => ['mcs', `-out:${join(folder, 'assertion.exe')}`, file('Assertion.cs')],
    run: (folder) => ['mono', join(folder, 'assertion.exe')],
  },
];

const isThere = ({ isThere: [command, ...args] }: Sample): boolean => spawnSync(command, args).status === 0;
const tried = SAMPLES.filter(isThere);
const missing = SAMPLES.filter((sample) => !tried.includes(sample));

let house: House;
let folder: string;
let env: NodeJS.ProcessEnv;

before(async () => {
  house = await openHouse();
  folder = await mkdtemp(join(tmpdir(), 'vitrine-'));
  const { secret } = await house.administer<{ secret: string }>('PUT', '/keys/sample', { algorithm: 'HS256' });
  env = {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    VITRINE_KID: 'sample',
    VITRINE_SECRET: secret,
    VITRINE_ISSUER: ISSUER,
    VITRINE_AUDIENCE: `${OWN_ORIGIN}/t/${TENANT}`,
  };
  const names = (samples: readonly Sample[]): string => samples.map(({ language }) => language).join(', ') || 'none';
  console.log(`assertions minted in ${names(tried)}; not at hand: ${names(missing)}`);
});
after(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

function say([command, ...args]: readonly [string, ...string[]]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' });
  assert.equal(status, 0, `${command}: ${stderr}`);
  return stdout.trim();
}

for (const { language, build, run } of tried)
  test(`the sample in ${language} signs a person in, with his name, role and sites`, async () => {
    if (build) say(build(folder));
    const { id, name, role, sites } = PERSON;
    const assertion = say([...run(folder), id, name, role, ...sites] as never);
    const body = { tenant: TENANT, assertion };
    const { status, body: session } = await house.ask<SessionAnswer>('POST', '/v1/session', {
      body,
      headers: { origin: PAGE },
    });
    assert.equal(status, 200, JSON.stringify(session));
    assert.deepEqual(session.person, { id, name, role });
    const portal = await house.ask<PortalBoot>('GET', '/v1/portal', { as: session.session });
    assert.deepEqual(
      portal.body.sites.map((site) => site.id),
      sites,
    );
    const again = await house.ask('POST', '/v1/session', { body, headers: { origin: PAGE } });
    assert.equal(again.status, 401);
  });

test('the sample in TypeScript is always tried: it is what the demo’s own intranet signs with', () => {
  assert.equal(tried[0]?.language, 'TypeScript');
});
