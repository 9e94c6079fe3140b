import { parseArgs } from 'node:util';
import { findFree, findFreeFrom } from './ports.ts';
import { LANGUAGES, type Language } from './words.ts';

/** What the demo was told to do. */
export interface Settings {
  readonly isFresh: boolean;
  readonly isQuiet: boolean;
  /** In which language all people and price lists are named; only a first start takes it. Without it each client's in its own. */
  readonly language: Language | undefined;
  readonly host: string;
  readonly port: number;
  readonly intranetPort: number;
}

/** Something that the person at the console can set right. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

const DEFAULT_PORT = 8787;

/**
 * @param args of the command line
 * @throws {SettingError} for the first setting that cannot be used
 */
export async function readSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Settings> {
  const { fresh, quiet, lang } = readFlags(args);
  const host = env['HOST'] || '127.0.0.1';
  const wanted = env['PORT'] || String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535) {
    throw new SettingError(`PORT is "${wanted}": it should be a number from 0 to 65535`);
  }
  const port = await findFree(Number(wanted), host);
  if (port === undefined) {
    throw new SettingError(`port ${wanted} is taken: end what listens there, or choose another with PORT=9000`);
  }
  return {
    isFresh: fresh,
    isQuiet: quiet,
    language: lang,
    host,
    port,
    intranetPort: await findFreeFrom(port + 1, host),
  };
}

function readFlags(args: readonly string[]): { fresh: boolean; quiet: boolean; lang: Language | undefined } {
  let values: { fresh: boolean; quiet: boolean; lang?: string | undefined };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new SettingError(
      `${error instanceof Error ? error.message : 'unknown flag'}. There are --fresh, --quiet and --lang en|ru`,
    );
  }
  const { fresh, quiet, lang } = values;
  const language = LANGUAGES.find((one) => one === lang);
  if (lang !== undefined && !language) throw new SettingError(`--lang is "${lang}": it should be en or ru`);
  return { fresh, quiet, lang: language };
}
