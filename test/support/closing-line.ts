import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';

/**
 * A reporter for `node --test`: every failure in full, and as the last line `server: N passed, N failed`, named after the npm script.
 * A test that was skipped, and a run without tests, count as failed: neither has shown anything.
 */
export default async function* closingLine(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const part = process.env['npm_lifecycle_event']?.replace(/^test:/, '') ?? 'tests';
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:diagnostic' && data.level === 'error') yield `\n${data.message}\n`;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const where = `${data.name} (${data.file ?? 'no file'}:${data.line ?? 0})`;
    if (type === 'test:fail') {
      const { error } = data.details;
      if (isOnlyItsParts(error)) continue;
      failed++;
      yield `\nfailed: ${where}\n${inspect(error.cause ?? error)}\n`;
    } else if (data.skip !== undefined || data.todo !== undefined) {
      failed++;
      yield `\nskipped: ${where}\n`;
    } else if (data.details.type !== 'suite') passed++;
  }
  if (passed + failed === 0) yield '\nno test was run\n';
  if (failed > 0 || passed === 0) process.exitCode = 1;
  yield `${part}: ${passed} passed, ${failed} failed\n`;
}

/** A suite fails with its tests, which are told by themselves. */
const isOnlyItsParts = (error: object): boolean => 'failureType' in error && error.failureType === 'subtestsFailed';
