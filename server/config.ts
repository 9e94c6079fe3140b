import { isAbsolute, resolve } from 'node:path';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the server was told to do, checked once at the start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the SQLite file. */
  readonly databaseFile: string;
  /** Origin under which people reach the server; assertions name it in `aud`. */
  readonly publicUrl: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Where a hole may be reported (`mailto:` or `https:`): what /.well-known/security.txt says; null: nothing. */
  readonly securityContact: string | null;
}

/** A setting that cannot be used: the message names the variable and what it should be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** For what only shows when the setting is used. */
export const unusable = (name: string, value: string | number, error: unknown): ConfigError =>
  new ConfigError(`${name} is "${value}": ${error instanceof Error ? error.message : 'it cannot be used'}`, {
    cause: error,
  });

/** Named in the public contract and not built yet: ignoring them would promise what does not hold. */
const NOT_YET = ['REDIS_URL', 'FILES', 'TRUSTED_PROXIES', 'OSRM_URL', 'SMTP_URL'] as const;

/**
 * Reads the environment.
 *
 * @throws {ConfigError} for the first setting that cannot be used
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  for (const name of NOT_YET) {
    if (env[name]) throw new ConfigError(`${name} is not supported by this version: unset it`);
  }
  const port = readPort(env.PORT || '8787');
  return Object.freeze({
    port,
    host: env.HOST || '0.0.0.0',
    databaseFile: readDatabase(env),
    publicUrl: readOrigin(env.PUBLIC_URL || `http://localhost:${port}`),
    logLevel: readLevel(env.LOG_LEVEL || 'info'),
    securityContact: readContact(env.SECURITY_CONTACT),
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new ConfigError(`PORT is "${text}": it should be a number from 0 to 65535`);
  return port;
}

/**
 * Where the data is: an absolute path, or `:memory:`.
 *
 * @throws {ConfigError} where DATABASE_URL names no SQLite file
 */
export function readDatabase(env: Readonly<Record<string, string | undefined>>): string {
  const text = env.DATABASE_URL || './data/vitrine.sqlite';
  if (/^postgres(ql)?:/.test(text)) {
    throw new ConfigError(
      'DATABASE_URL names a PostgreSQL server, which this version does not support: name an SQLite file',
    );
  }
  const path = text.replace(/^(sqlite|file):(\/\/)?/, '');
  if (path === '' || /^[a-z][a-z0-9+.-]+:/i.test(path)) {
    throw new ConfigError(
      `DATABASE_URL is "${text}": it should be the path of an SQLite file, such as ./data/vitrine.sqlite`,
    );
  }
  return path === ':memory:' || isAbsolute(path) ? path : resolve(path);
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new ConfigError(`PUBLIC_URL is "${text}": it should be an origin, such as https://service.example`);
  }
  return url.origin;
}

function readLevel(text: string): Config['logLevel'] {
  const level = LOG_LEVELS.find((known) => known === text);
  if (!level) throw new ConfigError(`LOG_LEVEL is "${text}": it should be one of ${LOG_LEVELS.join(', ')}`);
  return level;
}

function readContact(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^(mailto|https):/.test(text)) {
    throw new ConfigError(`SECURITY_CONTACT is "${text}": it should be a URI, such as mailto:security@service.example`);
  }
  return text;
}
