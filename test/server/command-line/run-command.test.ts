import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { COMMANDS } from '../../../server/command-line/commands.ts';
import { vitrine } from '../../support/history.ts';

const NOWHERE = '/nowhere/vitrine.sqlite';
const run = (...args: readonly string[]) => vitrine(NOWHERE, ...args);

describe('every level explains itself', () => {
  test('vitrine --help lists every command', async () => {
    const { code, out } = await run('--help');
    assert.equal(code, 0);
    for (const { name, summary } of COMMANDS) assert.ok(out.includes(name) && out.includes(summary), name);
  });
  test('a first word lists what follows it', async () => {
    const { code, out } = await run('import', '--help');
    assert.equal(code, 0);
    assert.match(out, /import history FILE/);
  });
  for (const { name, takes, options } of COMMANDS) {
    test(`${name} --help names its arguments and options`, async () => {
      const { code, out } = await run(...name.split(' '), '--help');
      assert.equal(code, 0);
      for (const argument of takes) assert.match(out, new RegExp(`^Usage: .*\\b${argument}\\b`));
      for (const option of Object.keys(options)) assert.ok(out.includes(`--${option}`), option);
    });
  }
  test('what is incomplete gets the same list as an error', async () => {
    for (const args of [[], ['import']]) {
      const { code, out, err } = await run(...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /import history FILE/);
    }
  });
});

describe('what is typed wrong is refused with 2, and says what to do', () => {
  const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['imprt', 'history', 'x'], /no command "imprt history x": vitrine --help/],
    [['import', 'x'], /no command "import x"/],
    [['--verbose'], /no option --verbose/],
    [['import', '--verbose'], /no option --verbose/],
    [['import', 'history'], /FILE is missing/],
    [['import', 'history', 'a', 'b'], /"b" is one too many/],
    [['import', 'history', 'a', '--force'], /Unknown option '--force'/],
    [['import', 'history', 'a', '--tenant'], /--tenant <value>' argument missing/],
    [['import', 'history', 'a', '--check=yes'], /--check' does not take an argument/],
  ];
  for (const [args, says] of wrong) {
    test(`vitrine ${args.join(' ')}`, async () => {
      const { code, out, err } = await run(...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, says);
    });
  }
});

test('a DATABASE_URL that cannot be used is named', async () => {
  const { code, err } = await vitrine(
    'postgres://localhost/x',
    'import',
    'history',
    import.meta.filename,
    '--tenant',
    'x',
  );
  assert.equal(code, 1);
  assert.match(err, /^vitrine: DATABASE_URL names a PostgreSQL server/);
});

test('npx finds it: package.json names a file that may be executed and ends as it should', async () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly bin: { readonly vitrine: string } };
  accessSync(bin.vitrine, constants.X_OK);
  const child = spawn(process.execPath, [bin.vitrine, 'import', 'history', NOWHERE, '--tenant', 'x']);
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const [code] = await once(child, 'close');
  assert.equal(code, 1);
  assert.match(said, /^vitrine: \/nowhere\/vitrine\.sqlite cannot be read: /);
});
